package dev.jackfield.itest.bench.retries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the first request on each connection, and reads the second, but leaves without a word. */
final class LeavingServer implements AutoCloseable {
    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Ending ending;

    LeavingServer(Ending ending) throws IOException {
        this.ending = ending;
        start(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    /** How many requests for a path have come in whole. */
    int seen(String path) {
        return seen.getOrDefault(path, 0);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                open.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            RequestReader requests = new RequestReader(connection.getInputStream());
            if (noted(requests.target())) {
                connection.getOutputStream().write(ANSWER);
                if (noted(requests.target())) {
                    ending.end(connection);
                }
            }
        } catch (IOException left) {
            // The client was the first to leave.
        } finally {
            open.remove(connection);
        }
    }

    private boolean noted(String target) {
        if (!target.isEmpty()) {
            seen.merge(target, 1, Integer::sum);
        }
        return !target.isEmpty();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "leaving server");
        thread.setDaemon(true);
        thread.start();
    }
}
