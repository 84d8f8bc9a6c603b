package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real lighttpd on a free loopback port, in a folder of its own that goes with it. */
public final class Lighttpd implements AutoCloseable {
    private final Running running;
    private final int port;

    private Lighttpd(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("lighttpd");
    }

    /**
     * Starts one.
     *
     * @param files to serve, by name; what ends in {@code .cgi} is a script for the shell, and runs
     */
    public static Lighttpd start(Map<String, byte[]> files) throws IOException {
        Path home = Running.openFolder("lighttpd");
        Running.write(home.resolve("files"), files);
        int port = Running.freePort();
        Files.writeString(home.resolve("lighttpd.conf"), """
                server.modules = ("mod_indexfile", "mod_redirect", "mod_cgi", "mod_staticfile")
                server.bind = "127.0.0.1"
                server.port = %1$d
                server.document-root = "%2$s/files"
                server.errorlog = "%2$s/error.log"
                server.upload-dirs = ("%2$s")
                index-file.names = ("index.html")
                mimetype.assign = (".txt" => "text/plain")
                cgi.assign = (".cgi" => "/bin/sh")
                url.redirect = ("^/moved$" => "/file")
                """.formatted(port, home));
        Running running = Running.start(
                home,
                "lighttpd",
                List.of("-D", "-f", home.resolve("lighttpd.conf").toString()));
        running.await("lighttpd", () -> Running.accepts(port));
        return new Lighttpd(running, port);
    }

    /** The URL of a path that begins with a slash. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
