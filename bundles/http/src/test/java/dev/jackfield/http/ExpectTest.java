package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Expect: 100-continue (RFC 9110 section 10.1.1), and interim responses. */
class ExpectTest {
    private static final String DONE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Duration FOREVER = Duration.ofHours(1);

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    private final CompletableFuture<String> heard = new CompletableFuture<>();
    private final List<Integer> interim = new CopyOnWriteArrayList<>();

    @Test
    void theBodyComesAfterThe100() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            String head = peer.request();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            heard.complete(head + peer.body(4));
            peer.send(DONE);
            peer.awaitEnd();
        })) {
            assertThat(send(patient(server)).status()).isEqualTo(200);
            assertThat(heard.join()).contains("\r\nExpect: 100-continue\r\n").endsWith("\r\n\r\nbody");
            assertThat(rule.client().readings().idle()).isEqualTo(1);
        }
    }

    @Test
    void aBodyThatIsReadIsNotEvenOpenedBefore() throws Exception {
        CompletableFuture<String> order = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            order.complete("asked first");
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            heard.complete(peer.line() + peer.line() + peer.line() + peer.line());
            peer.send(DONE);
        })) {
            Request request = patient(server).withBody(RequestBody.of(() -> {
                order.complete("opened first");
                return new java.io.ByteArrayInputStream(new byte[] {'a'});
            }));
            assertThat(send(request).status()).isEqualTo(200);
            assertThat(order.join()).isEqualTo("asked first");
            assertThat(heard.join()).isEqualTo("1\ra\r0\r\r");
        }
    }

    @Test
    void aServerThatSaysNothingIsSentTheBodyAllTheSame() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            heard.complete(peer.body(4));
            peer.send(DONE);
        })) {
            Timeouts limits = Timeouts.defaults().withProceed(Duration.ofMillis(20));
            assertThat(send(patient(server).withTimeouts(limits)).status()).isEqualTo(200);
            assertThat(heard.join()).isEqualTo("body");
        }
    }

    @Test
    void whoAnswersAtOnceIsNotSentTheBody() throws Exception {
        for (String status : List.of("417 Expectation Failed", "200 OK", "302 Found")) {
            CompletableFuture<String> rest = new CompletableFuture<>();
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                peer.send("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\n");
                peer.send("no");
                rest.complete(peer.body(100));
            })) {
                assertThat(send(patient(server).withRedirects(new Redirects(0, false)))
                                .text())
                        .isEqualTo("no");
                assertThat(rest.get(5, TimeUnit.SECONDS)).isEmpty();
                assertThat(rule.client().readings().connections()).isZero();
            }
        }
    }

    @Test
    void withoutABodyThereIsNothingToWaitFor() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            heard.complete(peer.request());
            peer.send(DONE);
            peer.awaitEnd();
        })) {
            send(Request.get(server.url()).withExpectContinue());
            assertThat(heard.join()).doesNotContain("Expect");
        }
    }

    @Test
    void interimResponsesAreTold() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + DONE)) {
            CompletableFuture<String> link = new CompletableFuture<>();
            Request request = Request.get(server.url()).withInterim(head -> {
                interim.add(head.status());
                head.headers().first("link").ifPresent(link::complete);
            });
            assertThat(send(request).status()).isEqualTo(200);
            assertThat(interim).containsExactly(103, 100);
            assertThat(link.join()).isEqualTo("x");
        }
    }

    @Test
    void aListenerThatThrowsEndsTheExchange() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 102 Wait\r\n\r\n" + DONE)) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withInterim(head -> {
                        throw new IllegalStateException("enough");
                    })));
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure).hasRootCauseMessage("enough");
        }
    }

    @Test
    void noMoreInterimResponsesThanAllowed() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 103 Again\r\n\r\n".repeat(17) + DONE)) {
            assertThat(ClientRule.failure(rule.client()
                            .send(Request.get(server.url()).withInterim(head -> interim.add(head.status())))))
                    .hasMessageContaining("maxInterim");
            assertThat(interim).hasSize(16);
        }
    }

    private static Request patient(RawServer server) {
        return Request.post(server.url(), "body".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .withExpectContinue()
                .withTimeouts(Timeouts.defaults().withProceed(FOREVER));
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(10, TimeUnit.SECONDS);
    }
}
