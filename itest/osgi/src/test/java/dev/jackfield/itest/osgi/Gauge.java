package dev.jackfield.itest.osgi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * An origin that counts the connections it has, and keeps them. It answers with the User-Agent and the Cookie of the request
 * and sets a cookie; {@code /hold} is answered when it is let go.
 */
final class Gauge implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Answer> held = new ArrayList<>();

    private interface Answer {
        void give() throws IOException;
    }

    Gauge() throws IOException {
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** Waits until that many connections are open. */
    void awaitOpen(int count) throws InterruptedException {
        await("connections", count, open::size);
    }

    /** Waits until that many requests are held in all. */
    void awaitHeld(int count) throws InterruptedException {
        await("held requests", count, held::size);
    }

    /** Answers what is held, where somebody is still there to hear it. */
    synchronized void release() {
        for (Answer answer : held) {
            try {
                answer.give();
            } catch (IOException e) {
                // Nobody is.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                changed();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            String line = in.readLine();
            while (line != null) {
                boolean hold = line.contains(" /hold ");
                String agent = "";
                String cookie = "no cookie";
                for (String field = in.readLine(); !field.isEmpty(); field = in.readLine()) {
                    agent = field.startsWith("User-Agent: ") ? field.substring(12) : agent;
                    cookie = field.startsWith("Cookie: ") ? field.substring(8) : cookie;
                }
                String body = agent + ", " + cookie;
                byte[] answer = ("HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Max-Age=1000\r\nKeep-Alive: timeout=60\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII);
                if (hold) {
                    hold(() -> out.write(answer));
                } else {
                    out.write(answer);
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // Reset by the client, or closed by the test: the same to us.
        } finally {
            open.remove(socket);
            changed();
        }
    }

    /** Whoever reads the connection goes on, and so sees its end. */
    private synchronized void hold(Answer answer) {
        held.add(answer);
        notifyAll();
    }

    private synchronized void changed() {
        notifyAll();
    }

    private synchronized void await(String what, int expected, IntSupplier count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (count.getAsInt() != expected) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Expected " + expected + " " + what + ", got " + count.getAsInt());
            }
            wait(left);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "gauge");
        thread.setDaemon(true);
        thread.start();
    }
}
