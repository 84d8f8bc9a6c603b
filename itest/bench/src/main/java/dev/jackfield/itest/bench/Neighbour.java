package dev.jackfield.itest.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server in a JVM of its own, so that it is in nobody's figures. Here is this side of it; {@link #serve} is the other. */
public final class Neighbour implements AutoCloseable {
    private final Process process;
    private final int port;

    private Neighbour(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a program whose {@code main} ends in {@link #serve}, and waits until it listens. */
    public static Neighbour start(Class<?> program, String... arguments) throws IOException {
        Process process = OwnJvm.of(List.of(), program, arguments).start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (port == null) {
            throw new IOException("Expected the port of " + program.getSimpleName() + ", but it has ended");
        }
        return new Neighbour(process, Integer.parseInt(port));
    }

    /** Tells where it listens, and stays until the other side is gone. */
    public static void serve(int port) throws IOException {
        System.out.println(port);
        System.in.transferTo(System.out);
        System.exit(0);
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
