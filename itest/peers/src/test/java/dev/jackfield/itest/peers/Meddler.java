package dev.jackfield.itest.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between the client and a real server: what the client says it passes on, what the server says it passes on in
 * its own way. When that is over, so are both connections.
 */
final class Meddler implements AutoCloseable {

    /** How the server's words reach the client. */
    @FunctionalInterface
    interface Way {
        /** Passes them on, as far as it likes. */
        void pass(InputStream server, OutputStream client) throws IOException;
    }

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final int server;
    private volatile Way way;

    Meddler(int server) throws IOException {
        this.server = server;
        begin(this::accept);
    }

    /** From the next connection on. */
    void way(Way next) {
        way = next;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // By one side or the other, or the test is over.
                    }
                },
                "meddler");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(client);
            sockets.add(there);
            Way now = way;
            begin(() -> client.getInputStream().transferTo(there.getOutputStream()));
            begin(() -> {
                try (client;
                        there) {
                    now.pass(there.getInputStream(), client.getOutputStream());
                }
            });
        }
    }
}
