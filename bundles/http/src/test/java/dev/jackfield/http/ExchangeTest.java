package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.loop.Loop;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests and responses as they should be. */
class ExchangeTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withMaxBody(100_000));

    @Test
    void getsABody() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            Response response = rule.client().get(server.url()).get(10, TimeUnit.SECONDS);
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.head().reason()).isEqualTo("OK");
            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.headers().first("CONTENT-length")).contains("5");
        }
    }

    @Test
    void expectsNoBodyFromHead() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")) {
            for (int i = 0; i < 2; i++) {
                Response response = rule.client().head(server.url()).get(10, TimeUnit.SECONDS);
                assertThat(response.body()).isEmpty();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void postsABodyOfAnySize() throws Exception {
        byte[] body = new byte[3_000_000];
        IntStream.range(0, body.length).forEach(i -> body[i] = (byte) ('a' + i % 23));
        CompletableFuture<String> seen = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            String head = peer.request();
            seen.complete(head + peer.body(body.length));
            peer.send(HELLO);
            peer.awaitEnd();
        })) {
            rule.client().post(server.url() + "x", body).get(10, TimeUnit.SECONDS);
            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .startsWith("POST /x HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
                    .contains("\r\nContent-Length: 3000000\r\n")
                    .endsWith("\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void takesAnAnswerThatComesBeforeTheBodyWasSent() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 413 Too much\r\nContent-Length: 0\r\n\r\n");
            peer.awaitEnd();
        })) {
            Response response =
                    rule.client().post(server.url(), new byte[20_000_000]).get(10, TimeUnit.SECONDS);
            assertThat(response.status()).isEqualTo(413);
            assertThat(rule.client().readings().connections()).isZero();
        }
    }

    @Test
    void readsChunksAndTrailers() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n2\r\nde\r\n0\r\nSum: 5\r\n\r\n")) {
            Response response = rule.client().get(server.url()).get(10, TimeUnit.SECONDS);
            assertThat(response.text()).isEqualTo("abcde");
            assertThat(response.trailers().first("sum")).contains("5");
            assertThat(response.headers().has("sum")).isFalse();
        }
    }

    @Test
    void readsUntilTheServerCloses() throws Exception {
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\n\r\nto the end")) {
            assertThat(rule.client().get(server.url()).get(10, TimeUnit.SECONDS).text())
                    .isEqualTo("to the end");
        }
    }

    @Test
    void skipsInterimResponses() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hint\r\nA: b\r\n\r\n" + HELLO)) {
            assertThat(rule.client().get(server.url()).get(10, TimeUnit.SECONDS).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void decodesTextByItsCharset() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Length: 1\r\n\r\n\u00fc")) {
            assertThat(rule.client().get(server.url()).get(10, TimeUnit.SECONDS).text())
                    .isEqualTo("\u00fc");
        }
    }

    @Test
    void streamsIntoASink() throws Exception {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        CompletableFuture<ResponseHead> head = new CompletableFuture<>();
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "0123456789".repeat(100_000))) {
            Response response = rule.client()
                    .send(Request.get(server.url()), new BodySink() {
                        @Override
                        public boolean head(ResponseHead seen) {
                            return head.complete(seen);
                        }

                        @Override
                        public boolean part(ByteBuffer bytes) {
                            byte[] copy = new byte[bytes.remaining()];
                            bytes.get(copy);
                            got.writeBytes(copy);
                            return true;
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            assertThat(head.getNow(null)).isSameAs(response.head());
            assertThat(response.body()).isEmpty();
            assertThat(got.toString(StandardCharsets.US_ASCII)).isEqualTo("0123456789".repeat(100_000));
        }
    }

    @Test
    void keepsNoMoreInMemoryThanAllowed() throws Exception {
        try (RawServer server =
                RawServer.once("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n" + "x".repeat(100_001))) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.code()).isEqualTo(597);
            assertThat(failure).hasMessage("Expected a body of at most 100000 octets (maxBody), got 100001");
        }
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100_001))) {
            assertThat(ClientRule.failure(rule.client().get(server.url())))
                    .hasMessageStartingWith("Expected a body of at most 100000 octets (maxBody), got");
        }
        try (RawServer server =
                RawServer.once("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000))) {
            assertThat(rule.client().get(server.url()).get(10, TimeUnit.SECONDS).body())
                    .hasSize(100_000);
        }
    }

    @Test
    void completesOnALoopAndNeverInsideTheCall() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            Request refused = Request.get("https://127.0.0.1/").withRoute("plain > forward(127.0.0.1:1)");
            for (Request request : List.of(Request.get(server.url()), refused, Request.get("http://127.0.0.1:1/"))) {
                for (Loop loop : rule.loops().all()) {
                    CompletableFuture<String> where = new CompletableFuture<>();
                    AtomicBoolean calling = new AtomicBoolean();
                    loop.execute(() -> {
                        calling.set(true);
                        rule.client().send(request, completion(() -> {
                            boolean inside = loop.inLoop() && calling.get();
                            boolean onALoop = rule.loops().all().stream().anyMatch(Loop::inLoop);
                            where.complete(inside ? "inside the call" : onALoop ? "on a loop" : "elsewhere");
                        }));
                        calling.set(false);
                    });
                    assertThat(where.get(10, TimeUnit.SECONDS))
                            .as(request.toString())
                            .isEqualTo("on a loop");
                }
            }
        }
    }

    @Test
    void canUseTheSameConnectionFromWithinTheCompletion() throws Exception {
        CompletableFuture<Response> second = new CompletableFuture<>();
        try (RawServer server = RawServer.answering(HELLO)) {
            rule.client()
                    .get(server.url())
                    .thenAccept(first -> rule.client().get(server.url()).thenAccept(second::complete));
            second.get(10, TimeUnit.SECONDS);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(ClientRule.failure(rule.client().get("ftp://a.test/")).code())
                .isEqualTo(599);
        rule.client().close();
        assertThat(ClientRule.failure(rule.client().get("http://127.0.0.1/"))).hasMessage("The client is closed");
        assertThatThrownBy(() -> rule.client().send(Request.get("http://127.0.0.1/"), completion(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    static Completion completion(Runnable either) {
        return new Completion() {
            @Override
            public void completed(Response response) {
                either.run();
            }

            @Override
            public void failed(HttpFailure failure) {
                either.run();
            }
        };
    }
}
