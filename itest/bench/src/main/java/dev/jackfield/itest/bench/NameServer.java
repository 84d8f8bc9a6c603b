package dev.jackfield.itest.bench;

import dev.jackfield.address.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A name server on loopback that knows all names below {@value #DOMAIN}: dnsmasq, or else a scripted one. */
final class NameServer implements AutoCloseable {
    static final String DOMAIN = "bench.test";

    private final Process process;
    private final HostPort address;

    private NameServer(Process process, int port) {
        this.process = process;
        this.address = HostPort.of("127.0.0.1", port);
    }

    /** Where dnsmasq is, or empty. */
    static String dnsmasq() {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin").split(":"))
                .map(folder -> Path.of(folder, "dnsmasq"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    static NameServer startDnsmasq(String program) throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new NameServer(
                start(List.of(
                        program,
                        "--keep-in-foreground",
                        "--conf-file=/dev/null",
                        "--pid-file=",
                        "--user=" + System.getProperty("user.name"),
                        "--listen-address=127.0.0.1",
                        "--bind-interfaces",
                        "--port=" + port,
                        "--no-resolv",
                        "--no-hosts",
                        "--local-ttl=300",
                        "--address=/" + DOMAIN + "/192.0.2.1",
                        "--address=/" + DOMAIN + "/2001:db8::1")),
                port);
    }

    static NameServer startScripted() throws IOException {
        Process process = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedNameServer.class.getName()));
        BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
        return new NameServer(process, Integer.parseInt(said.readLine()));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    HostPort address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
