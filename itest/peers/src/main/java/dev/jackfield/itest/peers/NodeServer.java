package dev.jackfield.itest.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Node's http server on a free loopback port, in a folder of its own that goes with it, with {@code server.js}. */
public final class NodeServer implements AutoCloseable {
    private final Running running;
    private final int port;

    private NodeServer(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is a Node on this machine. */
    public static boolean installed() {
        return Running.installed("node");
    }

    /**
     * Starts one.
     *
     * @param files to serve, by name
     */
    public static NodeServer start(Map<String, byte[]> files) throws IOException {
        Path home = Running.openFolder("node");
        Running.write(home.resolve("files"), files);
        try (InputStream script = NodeServer.class.getResourceAsStream("server.js")) {
            Files.write(home.resolve("server.js"), script.readAllBytes());
        }
        int port = Running.freePort();
        String folder = home.resolve("files").toString();
        Running running = Running.start(
                home, "node", List.of(home.resolve("server.js").toString(), Integer.toString(port), folder));
        running.await("Node", () -> Running.accepts(port));
        return new NodeServer(running, port);
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
