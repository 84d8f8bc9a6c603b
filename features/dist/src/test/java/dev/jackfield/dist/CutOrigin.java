package dev.jackfield.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that sends one half of a file and falls silent; asked for the rest, it sends that. */
final class CutOrigin implements AutoCloseable {
    static final String BODY = "0123456789";
    static final String HALF = "01234";
    static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);

    CutOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
    }

    /** Ends what has fallen silent, short of its length. */
    void cut() {
        goOn.countDown();
    }

    @Override
    public void close() {
        cut();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Last-Modified", MODIFIED);
        boolean continued = ("bytes=" + HALF.length() + "-")
                        .equals(exchange.getRequestHeaders().getFirst("Range"))
                && MODIFIED.equals(exchange.getRequestHeaders().getFirst("If-Unmodified-Since"));
        if (continued) {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-9/10");
            exchange.sendResponseHeaders(206, BODY.length() - HALF.length());
            exchange.getResponseBody().write(BODY.substring(HALF.length()).getBytes(StandardCharsets.US_ASCII));
        } else {
            exchange.sendResponseHeaders(200, BODY.length());
            exchange.getResponseBody().write(HALF.getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }
}
