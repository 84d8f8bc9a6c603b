package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that never come to an end: which limit stops them, and that nothing of them is kept. */
class EndlessTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final int MEBIBYTE = 1 << 20;

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withTimeout(Duration.ofSeconds(5))
            .withLimits(ResponseLimits.defaults().withMaxHead(8192, 50).withMaxBody(MEBIBYTE)));

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 , x, 596, maxHead",
        "HTTP/1.1 200 OK\\nA: , x, 596, maxHead",
        "HTTP/1.1 200 OK\\nA: b, '\\n ', 596, maxHead",
        "HTTP/1.1 200 OK\\n, 'A: b\\n', 596, maxFields",
        "HTTP/1.1 103 Hints\\n\\n, 'HTTP/1.1 103 Hints\\n\\n', 596, maxInterim",
        "HTTP/1.1 200 OK\\nContent-Length: 99999999\\n\\n, x, 597, maxBody",
        "HTTP/1.1 200 OK\\n\\n, x, 597, maxBody",
    })
    void stopsAtALimit(String beginning, String more, int code, String limit) throws Exception {
        stops(beginning.replace("\\n", "\r\n"), more.replace("\\n", "\r\n"), code, limit);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 15 hex digits",
        "1, ' ', 4096 octets of chunk extensions",
        "1;a=, b, 4096 octets of chunk extensions",
        "1;a=\"b, ';', 4096 octets of chunk extensions",
        "0\\nA: , b, maxHead",
        "0\\n, 'A: b\\n', maxFields",
        "1\\na, '\\n1\\na', maxBody",
    })
    void stopsChunksAtALimit(String beginning, String more, String limit) throws Exception {
        stops(CHUNKED + beginning.replace("\\n", "\r\n"), more.replace("\\n", "\r\n"), 597, limit);
    }

    @ParameterizedTest
    @CsvSource({"true, maxRatio", "false, maxBody"})
    void stopsABombAtALimit(boolean wild, String limit) throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] octets = new byte[MEBIBYTE];
            if (!wild) {
                new Random(1).nextBytes(octets);
            }
            for (int i = 0; i < (wild ? 64 : 2); i++) {
                gzip.write(octets);
            }
        }
        byte[] body = bomb.toByteArray();
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(head + new String(body, StandardCharsets.ISO_8859_1));
            peer.awaitEnd();
        })) {
            Request request = Request.get(server.url()).withDecoding(true);
            CompletableFuture<Response> answer = wild
                    ? rule.client().send(request, bytes -> true)
                    : rule.client().send(request);
            HttpFailure failure = ClientRule.failure(answer);
            assertThat(failure).hasMessageContaining(limit);
            assertThat(failure.code()).isEqualTo(597);
            assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 ', HEAD",
        "'HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n', BODY",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n99999\r\n', BODY",
    })
    void stopsADripAtTheDeadline(String beginning, Phase phase) throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(beginning);
            while (true) {
                peer.send("x");
                try {
                    never.get(20, TimeUnit.MILLISECONDS);
                } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                    // The next drop.
                }
            }
        })) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withDeadline(Duration.ofMillis(200))));
            assertThat(failure).hasMessage("Expected an end within the deadline of 200 ms, got none");
            assertThat(failure.phase()).isEqualTo(phase);
            assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
        }
    }

    @Test
    void aLimitThatIsNotReachedStopsNobody() throws Exception {
        String most = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(49) + "Content-Length: " + MEBIBYTE + "\r\n\r\n"
                + "x".repeat(MEBIBYTE);
        try (RawServer server = RawServer.answering(most)) {
            assertThat(rule.client().get(server.url()).get(5, TimeUnit.SECONDS).body())
                    .hasSize(MEBIBYTE);
        }
    }

    private void stops(String beginning, String more, int code, String limit) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            try {
                peer.send(beginning);
                String many = more.repeat(1000);
                while (true) {
                    peer.send(many);
                }
            } finally {
                closed.countDown();
            }
        })) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure).hasMessageContaining(limit);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(closed.await(5, TimeUnit.SECONDS)).as("closed").isTrue();
            assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
        }
    }
}
