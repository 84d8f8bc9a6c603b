package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real haproxy with one thread, on free loopback ports. */
public final class Haproxy implements AutoCloseable {

    /**
     * Where it listens, and to whom it passes on what it gets there.
     *
     * @param mode {@code tcp} or {@code http}
     * @param bind what follows the address of the {@code bind} line, for example {@code ssl crt server.pem}
     * @param server a port of 127.0.0.1
     */
    public record Front(String mode, String bind, int server) {}

    private final Running running;
    private final List<Integer> ports;

    private Haproxy(Running running, List<Integer> ports) {
        this.running = running;
        this.ports = ports;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("haproxy");
    }

    /** Starts one. */
    public static Haproxy start(List<Front> fronts) throws IOException {
        Path home = Files.createTempDirectory("jackfield-haproxy");
        List<Integer> ports = Running.freePorts(fronts.size());
        Files.writeString(home.resolve("haproxy.cfg"), configuration(ports, fronts));
        Running running = Running.start(
                home,
                "haproxy",
                List.of("-db", "-f", home.resolve("haproxy.cfg").toString()));
        for (int port : ports) {
            running.await("haproxy", () -> Running.accepts(port));
        }
        return new Haproxy(running, ports);
    }

    /** Of a front, on 127.0.0.1. */
    public int port(int front) {
        return ports.get(front);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static String configuration(List<Integer> ports, List<Front> fronts) {
        StringBuilder text = new StringBuilder("""
                global
                  nbthread 1
                  maxconn 500
                defaults
                  timeout connect 10s
                  timeout client 30s
                  timeout server 30s
                """);
        for (int at = 0; at < fronts.size(); at++) {
            Front front = fronts.get(at);
            text.append("""
                    listen front%d
                      mode %s
                      bind 127.0.0.1:%d %s
                      server only 127.0.0.1:%d
                    """.formatted(at, front.mode, ports.get(at), front.bind, front.server));
        }
        return text.toString();
    }
}
