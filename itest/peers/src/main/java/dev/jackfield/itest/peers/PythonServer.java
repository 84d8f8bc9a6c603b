package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Python's http.server on a free loopback port, in a folder of its own that goes with it. It serves files, and no more. */
public final class PythonServer implements AutoCloseable {
    private final Running running;
    private final int port;

    private PythonServer(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is a Python on this machine. */
    public static boolean installed() {
        return Running.installed("python3");
    }

    /**
     * Starts one.
     *
     * @param version what it answers in: {@code HTTP/1.0}, and closes each time, or {@code HTTP/1.1}
     * @param files to serve, by name
     */
    public static PythonServer start(String version, Map<String, byte[]> files) throws IOException {
        Path home = Running.openFolder("python");
        Running.write(home.resolve("files"), files);
        int port = Running.freePort();
        String text = Integer.toString(port);
        String folder = home.resolve("files").toString();
        Running running = Running.start(
                home, "python3", List.of("-m", "http.server", text, "-b", "127.0.0.1", "-d", folder, "-p", version));
        running.await("Python", () -> Running.accepts(port));
        return new PythonServer(running, port);
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
