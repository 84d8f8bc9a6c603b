package dev.jackfield.itest.bench.holes;

import com.sun.net.httpserver.HttpServer;
import dev.jackfield.testkit.BlackHole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** One port on three loopback addresses: a server, nobody, and something that swallows every connect; and names for them. */
final class Places implements AutoCloseable {
    private static final String HOSTS = """
            127.0.0.2 well.test
            127.0.0.3 refused.test
            127.0.0.2 refused.test
            127.0.0.1 swallowed.test
            127.0.0.2 swallowed.test
            """;

    private final Path hosts = Files.createTempFile("jackfield-hosts", "");
    private final BlackHole hole = BlackHole.open();
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress("127.0.0.2", hole.address().port()), 0);

    Places() throws IOException {
        Files.writeString(hosts, HOSTS);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    Path hosts() {
        return hosts;
    }

    String url(String name) {
        return "http://" + name + ".test:" + hole.address().port() + "/";
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        hole.close();
        Files.delete(hosts);
    }
}
