package dev.jackfield.itest.peers;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real dnsmasq on a free loopback port, UDP and TCP; it knows what its options say and asks nobody but whom they name. */
public final class Dnsmasq implements AutoCloseable {
    /** Asks for the address of the root: whatever the answer, there is one. */
    private static final byte[] PROBE = {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1};

    private final Running running;
    private final int port;

    private Dnsmasq(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("dnsmasq");
    }

    /**
     * Starts one.
     *
     * @param options as on its command line, for example {@code --host-record=a.test,192.0.2.1}
     */
    public static Dnsmasq start(List<String> options) throws IOException {
        Path home = Files.createTempDirectory("jackfield-dnsmasq");
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--pid-file=",
                "--port=" + port,
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--no-resolv",
                "--no-hosts",
                "--user=" + System.getProperty("user.name"),
                "--log-queries",
                "--log-facility=-"));
        arguments.addAll(options);
        Running running = Running.start(home, "dnsmasq", arguments);
        running.await("dnsmasq", () -> answers(port));
        return new Dnsmasq(running, port);
    }

    public int port() {
        return port;
    }

    /** The lines of its log, one or more for each question. */
    public List<String> log() throws IOException {
        return Files.readAllLines(running.home().resolve("output"));
    }

    @Override
    public void close() throws IOException {
        running.close();
    }

    private static boolean answers(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(50);
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            socket.send(new DatagramPacket(PROBE, PROBE.length, to));
            socket.receive(new DatagramPacket(new byte[512], 512));
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    /** Free for TCP and UDP. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (BindException taken) {
                // By a datagram socket; another port will do.
            }
        }
    }
}
