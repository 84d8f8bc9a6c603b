package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real danted on a free loopback port: SOCKS 4 and 5 without a password, and with rules of its own. */
public final class Danted implements AutoCloseable {
    private final Running running;
    private final int port;

    private Danted(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("danted");
    }

    /**
     * Starts one.
     *
     * @param forbidden a port of loopback that it does not connect to
     */
    public static Danted start(int forbidden) throws IOException {
        Path home = Files.createTempDirectory("jackfield-danted");
        int port = Running.freePort();
        Files.writeString(home.resolve("danted.conf"), configuration(port, forbidden));
        Running running = Running.start(
                home,
                "danted",
                List.of(
                        "-f", home.resolve("danted.conf").toString(),
                        "-p", home.resolve("danted.pid").toString()));
        running.await("danted", () -> Running.accepts(port));
        return new Danted(running, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static String configuration(int port, int forbidden) {
        String user = System.getProperty("user.name");
        return """
                logoutput: stderr
                internal: 127.0.0.1 port = %d
                external: 127.0.0.1
                clientmethod: none
                socksmethod: none
                user.privileged: %s
                user.unprivileged: %s
                client pass { from: 127.0.0.0/8 to: 127.0.0.0/8 }
                socks block { from: 127.0.0.0/8 to: 127.0.0.1/32 port = %d }
                socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
                """.formatted(port, user, user, forbidden);
    }
}
