package dev.jackfield.itest.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server. */
final class JdkServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files;
    private final HttpServer server;

    JdkServer(Map<String, byte[]> files) throws IOException {
        this.files = files;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/echo" -> {
                exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
                send(exchange, 200, body);
            }
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/file");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/nothing" -> exchange.sendResponseHeaders(204, -1);
            case "/wrong" -> send(exchange, 500, "wrong".getBytes());
            case "/chunked" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("one two three".getBytes());
            }
            default -> file(exchange);
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Optional<byte[]> file = Optional.ofNullable(files.get(name));
        if (file.isPresent()) {
            send(exchange, 200, file.get());
        } else {
            send(exchange, 404, "missing".getBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
