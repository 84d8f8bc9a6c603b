package dev.jackfield.itest.peers;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A SOCKS 4a proxy on loopback that knows names nobody else does. None of Debian's servers that need no account of the
 * system speaks 4a. <i>Thread-safe.</i>
 */
final class Socks4aProxy implements AutoCloseable {
    private static final byte[] GRANTED = {0, 90, 0, 0, 0, 0, 0, 0};
    private static final byte[] REJECTED = {0, 91, 0, 0, 0, 0, 0, 0};

    /** What it was asked for: {@code user > name:port}. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private final Map<String, InetAddress> names;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Socks4aProxy(Map<String, InetAddress> names) throws IOException {
        this.names = names;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int version = in.readUnsignedShort();
            int port = in.readUnsignedShort();
            int address = in.readInt();
            String user = text(in);
            String name = text(in);
            asked.add(user + " > " + name + ":" + port);
            if (version != 0x0401 || address >>> 8 != 0 || !names.containsKey(name)) {
                client.getOutputStream().write(REJECTED);
                return;
            }
            try (Socket target = new Socket(names.get(name), port)) {
                client.getOutputStream().write(GRANTED);
                threads.execute(() -> pump(client, target));
                pump(target, client);
            }
        } catch (IOException gone) {
            // Who hangs up has nothing to be told.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int octet; (octet = in.readUnsignedByte()) != 0; ) {
            text.append((char) octet);
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        close(server);
        threads.shutdown();
    }
}
