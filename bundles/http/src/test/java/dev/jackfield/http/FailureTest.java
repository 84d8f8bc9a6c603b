package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong has a code and a phase, and closes the connection. */
class FailureTest {
    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withTimeout(Duration.ofMillis(300))
            .withLimits(ResponseLimits.defaults().withMaxHead(1000, 10)));

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0, 596, HEAD",
        "'', 596, HEAD",
        "HTTP/1.1 200, 596, HEAD",
        "'HTTP/1.1 200 OK\r\nA', 596, HEAD",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n', 596, HEAD",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcd', 597, BODY",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 597, BODY",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc', 597, BODY",
        "'HTTP/1.1 101 Switching\r\n\r\n', 596, HEAD",
    })
    void saysWhereAResponseWentWrong(String response, int code, Phase phase) throws Exception {
        try (RawServer server = RawServer.once(response)) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.phase()).isEqualTo(phase);
            assertThat(failure).hasMessageStartingWith("Expected");
            assertThat(failure.head().isPresent()).isEqualTo(phase == Phase.BODY);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void limitsTheHead() throws Exception {
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\nA: " + "x".repeat(2000))) {
            assertThat(ClientRule.failure(rule.client().get(server.url())))
                    .hasMessage("Expected at most 1000 octets (maxHead), got more");
        }
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(11) + "\r\n")) {
            assertThat(ClientRule.failure(rule.client().get(server.url())))
                    .hasMessage("Expected at most 10 fields (maxFields), got more");
        }
    }

    @Test
    void reportsAReset() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.reset();
        })) {
            assertThat(ClientRule.failure(rule.client().get(server.url())).code())
                    .isEqualTo(596);
        }
    }

    @Test
    void reportsARefusedPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpFailure failure = ClientRule.failure(rule.client().get("http://127.0.0.1:" + port + "/"));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("efused");
    }

    @Test
    void givesUpOnASilentServer() throws Exception {
        try (RawServer server = new RawServer(RawServer.Peer::awaitEnd)) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.phase()).isEqualTo(Phase.HEAD);
            assertThat(failure).hasMessage("Expected some activity within 300 ms, got none");
            assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void givesUpOnAServerThatStopsInTheMiddle() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab");
            peer.awaitEnd();
        })) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
            assertThat(failure.head().orElseThrow().status()).isEqualTo(200);
        }
    }

    @Test
    void givesUpOnAServerThatTakesNoMore() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> over.join())) {
            HttpFailure failure = ClientRule.failure(rule.client().post(server.url(), new byte[50_000_000]));
            assertThat(failure.phase()).isEqualTo(Phase.SEND);
            assertThat(failure.code()).isEqualTo(596);
            over.complete(null);
        }
    }

    @Test
    void isPatientWithAServerThatIsSlowButAlive() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                try {
                    never.get(100, TimeUnit.MILLISECONDS);
                } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                    peer.send("x");
                }
            }
        })) {
            assertThat(rule.client().get(server.url()).get(10, TimeUnit.SECONDS).text())
                    .isEqualTo("xxxxxxxx");
        }
    }

    @Test
    void givesUpOnAConnectorThatNeverCompletes() {
        Request request = Request.get("http://a.test/").withConnector((target, attempt) -> new CompletableFuture<>());
        HttpFailure failure = ClientRule.failure(rule.client().send(request));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure).hasMessage("Expected a connection to a.test within 300 ms, got none");
    }

    @Test
    void survivesConnectorsThatBreakTheRules() {
        Request request = Request.get("http://a.test/");
        assertThat(ClientRule.failure(rule.client().send(request.withConnector((target, attempt) -> {
                    throw new IllegalStateException("no way");
                }))))
                .hasMessage("no way")
                .extracting(HttpFailure::code)
                .isEqualTo(595);
        assertThat(ClientRule.failure(rule.client().send(request.withConnector((target, attempt) -> null))))
                .hasMessage("Expected a stage from the connector, got null")
                .extracting(HttpFailure::code)
                .isEqualTo(595);
        assertThat(ClientRule.failure(rule.client()
                        .send(request.withConnector((target, attempt) ->
                                CompletableFuture.failedFuture(new java.io.IOException("at once"))))))
                .hasMessage("at once");
        assertThat(ClientRule.failure(rule.client()
                        .send(request.withConnector((target, attempt) -> CompletableFuture.completedFuture(null)))))
                .hasMessage("Expected a wire from the connector, got null")
                .extracting(HttpFailure::code)
                .isEqualTo(595);
    }

    @Test
    void endsAtTheDeadlineWhateverThePhase() throws Exception {
        Duration limit = Duration.ofMillis(100);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                peer.send("x");
            }
        })) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withDeadline(limit), bytes -> true));
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
            assertThat(failure).hasMessage("Expected an end within the deadline of 100 ms, got none");
            assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
        }
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("http://a.test/")
                        .withConnector((target, attempt) -> new CompletableFuture<>())
                        .withDeadline(limit)));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
    }

    @Test
    void obeysTheSink() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            Request request = Request.get(server.url());
            HttpFailure refused = ClientRule.failure(rule.client().send(request, bytes -> false));
            assertThat(refused.code()).isEqualTo(598);
            assertThat(refused.head()).isPresent();
            assertThat(ClientRule.failure(rule.client().send(request, new BodySink() {
                        @Override
                        public boolean head(ResponseHead head) {
                            return false;
                        }

                        @Override
                        public boolean part(ByteBuffer bytes) {
                            throw new AssertionError("refused at the head already");
                        }
                    })))
                    .hasMessage("The sink refused the response at its head");
            HttpFailure thrown = ClientRule.failure(rule.client().send(request, bytes -> {
                throw new IllegalArgumentException("full");
            }));
            assertThat(thrown.code()).isEqualTo(598);
            assertThat(thrown).hasRootCauseMessage("full");
            assertThat(rule.client().readings().connections()).isZero();
        }
    }
}
