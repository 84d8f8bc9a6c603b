package dev.jackfield.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does, octet by octet, what a script says: one call of the script for each connection. */
final class RawServer implements AutoCloseable {
    /** What to do with a connection; the socket is closed when it returns. */
    interface Script {
        void run(Peer peer) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Sends the same for every request, and keeps the connection. */
    static RawServer answering(String response) throws IOException {
        return new RawServer(peer -> {
            while (!peer.request().isEmpty()) {
                peer.send(response);
            }
        });
    }

    /** Sends this for the first request of a connection, and closes. */
    static RawServer once(String response) throws IOException {
        return new RawServer(peer -> {
            peer.request();
            peer.send(response);
        });
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.forEach(Thread::interrupt);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            script.run(new Peer(socket, connections.get()));
        } catch (IOException | InterruptedException theClientIsGone) {
            // As it may.
        }
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** One connection, seen from the server. */
    static final class Peer {
        private static final int AT_ONCE = 512;

        private final Socket socket;
        private final int number;
        private final InputStream in;
        private final OutputStream out;

        Peer(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.number = number;
            // A script reads octet by octet, and need not ask the system for each.
            this.in = new BufferedInputStream(socket.getInputStream(), AT_ONCE);
            this.out = socket.getOutputStream();
        }

        /** From 1. */
        int number() {
            return number;
        }

        /** The next head, or nothing at the end of the connection. */
        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int octet = in.read();
                if (octet < 0) {
                    return "";
                }
                head.append((char) octet);
            }
            return head.toString();
        }

        /** The next line, without its end. */
        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
                line.append((char) octet);
            }
            return line.toString();
        }

        String body(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Closes with a reset instead of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client has closed. */
        void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                // Whatever it says.
            }
        }
    }
}
