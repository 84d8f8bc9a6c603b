package dev.jackfield.itest.bench.tls;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.itest.peers.Nginx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One nginx with three doors to the same two files: without TLS, with TLS and tickets, with TLS that never lets a session go
 * on. The key is of P-256 and certified by an issuer below the root; the cipher is AES-128-GCM; {@code /small} ends the
 * connection, {@code /large} is as long as asked for and all zeros, and no disk is in it.
 */
final class TlsSite implements AutoCloseable {
    private final Path home;
    private final Nginx nginx;
    private final int resuming;
    private final int forgetting;

    private TlsSite(Path home, Nginx nginx, int resuming, int forgetting) {
        this.home = home;
        this.nginx = nginx;
        this.resuming = resuming;
        this.forgetting = forgetting;
    }

    static TlsSite start(long largeOctets) throws IOException {
        Path home = Files.createTempDirectory("jackfield-site");
        TestPki pki = TestPki.of("origin.test");
        pki.server().writePem(home, "server");
        Files.writeString(home.resolve("root.pem"), Issued.pem(pki.trusted()));
        Files.writeString(home.resolve("small"), "x".repeat(100));
        try (RandomAccessFile sparse =
                new RandomAccessFile(home.resolve("large").toFile(), "rw")) {
            sparse.setLength(largeOctets);
        }
        List<Integer> ports = freePorts();
        Nginx nginx = Nginx.start(configuration(home, ports), locations(home), Map.of());
        return new TlsSite(home, nginx, ports.get(0), ports.get(1));
    }

    private static String configuration(Path home, List<Integer> ports) {
        return """
                log_format tls '$server_port $ssl_session_reused $ssl_protocol $uri';
                access_log access.log tls;
                keepalive_requests 1000000;
                ssl_certificate %1$s/server.pem;
                ssl_certificate_key %1$s/server.key;
                ssl_protocols TLSv1.2 TLSv1.3;
                ssl_session_cache shared:tls:10m;
                ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256;
                ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256;
                server { listen 127.0.0.1:%2$d ssl; %4$s }
                server { listen 127.0.0.1:%3$d ssl; ssl_session_tickets off; ssl_session_cache off; %4$s }
                """.formatted(home, ports.get(0), ports.get(1), locations(home));
    }

    private static String locations(Path home) {
        return "location = /large { alias %1$s/large; } location = /small { alias %1$s/small; keepalive_timeout 0; }"
                .formatted(home);
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    /** Whom to trust, as a PEM file. */
    Path authority() {
        return home.resolve("root.pem");
    }

    /** Where sessions may go on, or not. */
    int port(boolean resumes) {
        return resumes ? resuming : forgetting;
    }

    /** An https URL where sessions may go on, or not. */
    String url(boolean resumes, String path) {
        return "https://127.0.0.1:" + port(resumes) + path;
    }

    /** An http URL. */
    String plainUrl(String path) {
        return nginx.url(path);
    }

    /** How many requests have come by a session that went on, and how many by a new one. */
    Sessions sessions() throws IOException {
        long resumed = 0;
        long full = 0;
        for (String line : nginx.log()) {
            String[] fields = line.split(" ");
            resumed += fields[1].equals("r") ? 1 : 0;
            full += fields[1].equals(".") ? 1 : 0;
        }
        return new Sessions(resumed, full);
    }

    /** As the server tells. */
    record Sessions(long resumed, long full) {
        Sessions since(Sessions before) {
            return new Sessions(resumed - before.resumed, full - before.full);
        }
    }

    @Override
    public void close() throws IOException {
        nginx.close();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
