package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real microsocks on a free loopback port: SOCKS 5, with or without a password; it looks names up itself. */
public final class Microsocks implements AutoCloseable {
    private final Running running;
    private final int port;

    private Microsocks(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("microsocks");
    }

    /** Starts one that asks nobody who they are. */
    public static Microsocks start() throws IOException {
        return start(List.of());
    }

    /** Starts one for a single user. */
    public static Microsocks start(String user, String password) throws IOException {
        return start(List.of("-u", user, "-P", password));
    }

    private static Microsocks start(List<String> options) throws IOException {
        Path home = Files.createTempDirectory("jackfield-microsocks");
        int port = Running.freePort();
        List<String> arguments = new ArrayList<>(List.of("-i", "127.0.0.1", "-p", Integer.toString(port)));
        arguments.addAll(options);
        Running running = Running.start(home, "microsocks", arguments);
        running.await("microsocks", () -> Running.accepts(port));
        return new Microsocks(running, port);
    }

    public int port() {
        return port;
    }

    /** A line for each connection to a target, written before the client hears of it. */
    public List<String> log() throws IOException {
        return Files.readAllLines(running.home().resolve("output"));
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
