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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real dnsmasq on a free loopback port, UDP and TCP; it knows what its options say and asks nobody but whom they name. */
public final class Dnsmasq implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** Asks for the address of the root: whatever the answer, there is one. */
    private static final byte[] PROBE = {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1};

    private final Path home;
    private final Process process;
    private final int port;

    private Dnsmasq(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dnsmasq")));
    }

    /**
     * Starts one.
     *
     * @param options as on its command line, for example {@code --host-record=a.test,192.0.2.1}
     */
    public static Dnsmasq start(List<String> options) throws IOException {
        Path home = Files.createTempDirectory("jackfield-dnsmasq");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Files.isExecutable(Path.of("/usr/sbin/dnsmasq")) ? "/usr/sbin/dnsmasq" : "dnsmasq",
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
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        Dnsmasq dnsmasq = new Dnsmasq(home, port, process);
        dnsmasq.awaitAnswer();
        return dnsmasq;
    }

    public int port() {
        return port;
    }

    /** The lines of its log, one or more for each question. */
    public List<String> log() throws IOException {
        return Files.readAllLines(home.resolve("output"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void awaitAnswer() throws IOException {
        long begin = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                String said = Files.readString(home.resolve("output"));
                close();
                throw new IOException("dnsmasq does not answer on port " + port + ": " + said);
            }
        }
    }

    private boolean answers() throws IOException {
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
