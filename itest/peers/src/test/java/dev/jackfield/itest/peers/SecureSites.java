package dev.jackfield.itest.peers;

import dev.jackfield.connector.tls.certificates.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers of one nginx that speak TLS: those that are added under the same name share a port. */
final class SecureSites {
    private record Site(String name, String certificate, String lines) {}

    private final Path folder;
    private final List<Site> sites = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Certificates and keys are looked for in this folder, as {@link Issued#writePem} leaves them there. */
    SecureSites(Path folder) {
        this.folder = folder;
    }

    SecureSites add(String name, String certificate, String lines) {
        sites.add(new Site(name, certificate, lines));
        return this;
    }

    /**
     * Starts it.
     *
     * @param http more lines for the http block
     * @param lines more lines for each server
     */
    Nginx start(String http, String lines, Map<String, byte[]> files) throws IOException {
        List<String> names = sites.stream().map(Site::name).distinct().toList();
        List<Integer> free = Running.freePorts(names.size());
        for (int at = 0; at < names.size(); at++) {
            ports.put(names.get(at), free.get(at));
        }
        StringBuilder servers = new StringBuilder();
        Path shared = Files.createDirectories(folder.resolve("files"));
        for (var file : files.entrySet()) {
            Files.write(shared.resolve(file.getKey()), file.getValue());
        }
        for (Site site : sites) {
            servers.append("""
                    server {
                      listen 127.0.0.1:%d ssl;
                      root %s;
                      ssl_certificate %s/%s.pem;
                      ssl_certificate_key %s/%s.key;
                      %s
                      %s
                    }
                    """.formatted(
                            ports.get(site.name),
                            shared,
                            folder,
                            site.certificate,
                            folder,
                            site.certificate,
                            site.lines,
                            lines));
        }
        return Nginx.start(http + servers, "", Map.of());
    }

    int port(String name) {
        return ports.get(name);
    }
}
