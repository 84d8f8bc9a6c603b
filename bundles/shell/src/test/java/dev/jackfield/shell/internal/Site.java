package dev.jackfield.shell.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web site: somebody else's server, and what it saw. */
final class Site implements AutoCloseable {
    static final byte[] BIG = new byte[3 * 1024 * 1024 + 17];

    /** One request, as the server saw it. */
    record Seen(String method, String path, com.sun.net.httpserver.Headers headers, byte[] body) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String scheme;

    static {
        for (int i = 0; i < BIG.length; i++) {
            BIG[i] = (byte) (i * 31 + (i >> 8));
        }
    }

    Site() {
        this(HttpServer::create, "http");
    }

    /** For https. */
    static Site secure(HttpsConfigurator encryption) {
        return new Site(
                (address, backlog) -> {
                    HttpsServer made = HttpsServer.create(address, backlog);
                    made.setHttpsConfigurator(encryption);
                    return made;
                },
                "https");
    }

    private interface Maker {
        HttpServer make(InetSocketAddress address, int backlog) throws IOException;
    }

    private Site(Maker maker, String scheme) {
        this.scheme = scheme;
        try {
            server = maker.make(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/small", exchange -> answer(exchange, 200, "small body".getBytes()));
        server.createContext("/big", exchange -> answer(exchange, 200, BIG));
        server.createContext("/missing", exchange -> answer(exchange, 404, "nothing here".getBytes()));
        server.createContext("/empty", exchange -> answer(exchange, 200, new byte[0]));
        server.createContext("/echo", exchange -> answer(exchange, 200, new byte[0]));
        server.start();
    }

    String url(String path) {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String withoutScheme(String path) {
        return "127.0.0.1:" + server.getAddress().getPort() + path;
    }

    Seen last() {
        return seen.get(seen.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            byte[] received = exchange.getRequestBody().readAllBytes();
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    received));
            byte[] out = exchange.getRequestURI().getPath().equals("/echo") ? received : body;
            exchange.getResponseHeaders().set("X-Site", "yes");
            boolean none = exchange.getRequestMethod().equals("HEAD") || out.length == 0;
            exchange.sendResponseHeaders(status, none ? -1 : out.length);
            exchange.getResponseBody().write(none ? new byte[0] : out);
        }
    }
}
