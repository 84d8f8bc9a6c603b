package dev.jackfield.itest.origin;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A server on loopback, not one of ours, that answers every request alike, and counts. <i>Thread-safe.</i> */
public final class Origin implements AutoCloseable {
    /** Without a line break at its end, so that one added on the way would show. */
    public static final String BODY = "first line\nlast line";

    static {
        // It writes head and body apart, and without this waits 40 ms for the acknowledgement in between.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicLong answered = new AtomicLong();
    private final HttpServer server;
    private final String scheme;

    private interface Maker {
        HttpServer make(InetSocketAddress address, int backlog) throws IOException;
    }

    /** Answers {@link #BODY}. */
    public Origin() throws IOException {
        this(any -> BODY);
    }

    /** Answers what is made of the User-Agent of the request. */
    public Origin(UnaryOperator<String> body) throws IOException {
        this("http", HttpServer::create, body);
    }

    /** The same for https. */
    public static Origin secure(SSLContext keys, UnaryOperator<String> body) throws IOException {
        return new Origin(
                "https",
                (address, backlog) -> {
                    HttpsServer made = HttpsServer.create(address, backlog);
                    made.setHttpsConfigurator(new HttpsConfigurator(keys));
                    return made;
                },
                body);
    }

    private Origin(String scheme, Maker maker, UnaryOperator<String> body) throws IOException {
        this.scheme = scheme;
        server = maker.make(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] octets = body.apply(exchange.getRequestHeaders().getFirst("User-Agent"))
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getRequestBody().readAllBytes();
            // Before the first octet leaves: whoever has got the answer finds it counted.
            answered.incrementAndGet();
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    /** Where to find it. */
    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** How many requests it has answered. */
    public long answered() {
        return answered.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
