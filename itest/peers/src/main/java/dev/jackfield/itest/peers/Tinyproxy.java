package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A real tinyproxy on a free loopback port, which tunnels to a few ports for whoever knows the password. */
public final class Tinyproxy implements AutoCloseable {
    private final Running running;
    private final int port;

    private Tinyproxy(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("tinyproxy");
    }

    /**
     * Starts one that knows one user, and the ports to which it tunnels.
     *
     * @param password letters and digits: tinyproxy takes no others
     */
    public static Tinyproxy start(String user, String password, List<Integer> allowed) throws IOException {
        Path home = Files.createTempDirectory("jackfield-tinyproxy");
        int port = Running.freePort();
        String configuration = """
                Listen 127.0.0.1
                Port %d
                Timeout 60
                MaxClients 100
                LogLevel Warning
                BasicAuth %s %s
                """.formatted(port, user, password);
        String ports = allowed.stream().map(one -> "ConnectPort " + one + "\n").collect(Collectors.joining());
        Path file = Files.writeString(home.resolve("tinyproxy.conf"), configuration + ports);
        Running running = Running.start(home, "tinyproxy", List.of("-d", "-c", file.toString()));
        running.await("tinyproxy", () -> Running.accepts(port));
        return new Tinyproxy(running, port);
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
