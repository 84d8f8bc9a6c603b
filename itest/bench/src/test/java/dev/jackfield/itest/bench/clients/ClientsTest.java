package dev.jackfield.itest.bench.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.jackfield.testkit.LoopbackPeer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each adapter does the same. */
class ClientsTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + text);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreSentAndStatusesComeBack(Clients name) throws Exception {
        assumeTrue(name.installed(), () -> name + " is not installed");
        try (Client client = name.open()) {
            assertThat(client.send(List.of(call("GET", "/1", ""), call("GET", "/missing", ""))))
                    .containsExactly(Outcome.answered(200), Outcome.answered(404));
            assertThat(client.send(List.of(call("HEAD", "/2", "")))).containsExactly(Outcome.answered(200));
            assertThat(client.send(List.of(call("PUT", "/3", "a text")))).containsExactly(Outcome.answered(200));
            assertThat(client.send(List.of(call("DELETE", "/4", "")))).containsExactly(Outcome.answered(200));
            assertThat(client.send(List.of(call("POST", "/5", "another")))).containsExactly(Outcome.answered(200));
        }
        assertThat(seen)
                .containsExactly(
                        "GET /1 ", "GET /missing ", "HEAD /2 ", "PUT /3 a text", "DELETE /4 ", "POST /5 another");
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsIsTold(Clients name) throws Exception {
        assumeTrue(name.installed(), () -> name + " is not installed");
        try (Client client = name.open()) {
            String refused = "http://" + LoopbackPeer.refusing() + "/";
            List<Outcome> outcomes = client.send(List.of(new Call("GET", refused, "")));
            assertThat(outcomes).hasSize(1);
            assertThat(outcomes.get(0).answered()).isFalse();
            assertThat(outcomes.get(0).trouble()).isNotBlank();
        }
    }

    private Call call(String method, String path, String text) {
        return new Call(method, "http://127.0.0.1:" + server.getAddress().getPort() + path, text);
    }
}
