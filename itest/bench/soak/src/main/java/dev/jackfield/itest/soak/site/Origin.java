package dev.jackfield.itest.soak.site;

import dev.jackfield.itest.soak.door.Site;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * Answers every request with its id, the last part of its path, and tells of it before. A thread for each connection, and
 * nothing of ours in it. <i>Thread-safe.</i>
 */
public final class Origin implements AutoCloseable {
    private static final int BACKLOG = 1_000;

    private final ServerSocket server;
    private final LongConsumer seen;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LongAdder cookies = new LongAdder();

    /**
     * Listens.
     *
     * @param server not bound yet
     * @param seen hears the id of each request that has come in as a whole
     */
    public Origin(ServerSocket server, LongConsumer seen) throws IOException {
        this.server = server;
        this.seen = seen;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        start(this::accept, "origin");
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** Connections that are open now. */
    public List<String> connections() {
        return open.stream().map(Socket::toString).toList();
    }

    /** Requests that brought a cookie, so far. */
    public long cookies() {
        return cookies.sum();
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
                start(() -> serve(connection), "origin connection");
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Head head = Head.read(in); !head.end(); head = Head.read(in)) {
                in.skipNBytes(head.length());
                String id = head.path().substring(head.path().lastIndexOf('/') + 1);
                seen.accept(Long.parseLong(id));
                if (head.cookie()) {
                    cookies.increment();
                }
                connection.getOutputStream().write(answer(id, head.path().startsWith("/" + Site.COOKIES)));
            }
        } catch (IOException left) {
            // Whoever still waited for an answer counts it as lost.
        } finally {
            open.remove(connection);
        }
    }

    private static byte[] answer(String id, boolean cookie) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + id.length()
                        + (cookie ? "\r\nSet-Cookie: last=" + id + "; Path=/" + Site.COOKIES : "") + "\r\n\r\n" + id)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
