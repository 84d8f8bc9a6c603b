package dev.jackfield.itest.bench;

import dev.jackfield.address.HostPort;
import dev.jackfield.itest.peers.Dnsmasq;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A name server on loopback that knows all names below {@value #DOMAIN}: dnsmasq, or a scripted one.
 *
 * @param address where it is
 * @param running what ends with this
 */
record NameServer(HostPort address, Running running) implements AutoCloseable {
    static final String DOMAIN = "bench.test";

    /** How to end it. */
    @FunctionalInterface
    interface Running {
        void end() throws IOException;
    }

    static NameServer dnsmasq() throws IOException {
        Dnsmasq dnsmasq = Dnsmasq.start(List.of(
                "--local-ttl=300", "--address=/" + DOMAIN + "/192.0.2.1", "--address=/" + DOMAIN + "/2001:db8::1"));
        return new NameServer(HostPort.of("127.0.0.1", dnsmasq.port()), dnsmasq::close);
    }

    static NameServer scripted() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedNameServer.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
        return new NameServer(HostPort.of("127.0.0.1", Integer.parseInt(said.readLine())), process::destroy);
    }

    @Override
    public void close() throws IOException {
        running.end();
    }
}
