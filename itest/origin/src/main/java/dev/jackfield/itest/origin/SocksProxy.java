package dev.jackfield.itest.origin;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A SOCKS 5 proxy on loopback, not one of ours, that asks nobody for a password (RFC 1928). It goes to 127.0.0.1,
 * whatever name it is asked for. <i>Thread-safe.</i>
 */
public final class SocksProxy implements AutoCloseable {
    private static final int NAME = 3;
    private static final int REMEMBERED = 1_000;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "socks-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<String> asked = new ArrayDeque<>();
    private final ServerSocket server;

    /** Listens. */
    public SocksProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    /** Where to find it. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Which hosts it was asked for, the last {@value #REMEMBERED} of them. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Not for ever: in a soak it is asked a hundred thousand times. */
    private void remember(String host) {
        synchronized (asked) {
            if (asked.size() == REMEMBERED) {
                asked.removeFirst();
            }
            asked.addLast(host);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.skipNBytes(1);
            in.skipNBytes(in.readUnsignedByte());
            client.getOutputStream().write(new byte[] {5, 0});
            in.skipNBytes(3);
            boolean named = in.readUnsignedByte() == NAME;
            byte[] host = in.readNBytes(named ? in.readUnsignedByte() : 4);
            remember(named ? new String(host) : InetAddress.getByAddress(host).getHostAddress());
            int port = in.readUnsignedShort();
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                threads.execute(() -> copy(client, origin));
                copy(origin, client);
            }
        } catch (IOException e) {
            // One of them has gone.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of them has gone.
        }
    }
}
