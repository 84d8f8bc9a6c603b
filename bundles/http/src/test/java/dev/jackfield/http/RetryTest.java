package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent a second time when a kept connection dies (RFC 9110 section 9.2.2). */
class RetryTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String NOTHING = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withTimeout(Duration.ofSeconds(5)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "HEAD",
                "PUT",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "QUERY",
                "PROPFIND",
                "REPORT",
                "MKCOL",
                "UNLOCK",
                "VERSION-CONTROL"
            })
    void anIdempotentMethodIs(String method) throws Exception {
        try (RawServer server = dyingOnTheSecondRequest()) {
            get(server.url());
            assertThat(send(Request.of(method, server.url())).status()).isEqualTo(200);
            assertThat(asked).containsExactly("GET /", method + " /", method + " /");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "LOCK", "get", "FOO"})
    void anyOtherIsNot(String method) throws Exception {
        try (RawServer server = dyingOnTheSecondRequest()) {
            get(server.url());
            assertFails(Request.of(method, server.url()));
            assertThat(asked).containsExactly("GET /", method + " /");
        }
    }

    @Test
    void aRequestMaySayOtherwise() throws Exception {
        try (RawServer server = dyingOnTheSecondRequest()) {
            get(server.url());
            send(Request.post(server.url(), new byte[0]).withRetry(true));
            assertThat(asked).containsExactly("GET /", "POST /", "POST /");
        }
        asked.clear();
        try (RawServer server = dyingOnTheSecondRequest()) {
            get(server.url());
            assertFails(Request.get(server.url()).withRetry(false));
            assertThat(asked).containsExactly("GET /", "GET /");
        }
    }

    @Test
    void aBodyThatIsGoneIsNot() throws Exception {
        try (RawServer server = dyingOnTheSecondRequest()) {
            get(server.url());
            RequestBody once = RequestBody.of(new byte[0]).repeatable(false);
            assertFails(Request.of("PUT", server.url()).withBody(once).withRetry(true));
            assertThat(asked).containsExactly("GET /", "PUT /");
        }
    }

    @Test
    void whatWasNotSentAtAllIsAlways() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                note(head);
                peer.send(HELLO);
                if (peer.number() == 1) {
                    peer.reset();
                    closed.countDown();
                    return;
                }
            }
        })) {
            Request once = Request.post(
                            server.url(), RequestBody.of(new byte[0]).repeatable(false))
                    .withRetry(false);
            CompletableFuture<Response> second = rule.client().get(server.url()).thenCompose(first -> {
                try {
                    closed.await();
                    new CompletableFuture<Void>().get(20, TimeUnit.MILLISECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException goOn) {
                    // Long enough for the reset to arrive.
                }
                return rule.client().send(once);
            });
            assertThat(second.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            assertThat(asked).containsExactly("GET /", "POST /");
        }
    }

    @Test
    void onceAndNotTwice() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            note(peer.request());
            if (peer.number() == 1) {
                peer.send(NOTHING);
                note(peer.request());
            }
        })) {
            get(server.url());
            assertFails(Request.get(server.url()));
            assertThat(asked).containsExactly("GET /", "GET /", "GET /");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void notOnceAnOctetOfAnAnswerHasCome() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            note(peer.request());
            peer.send(NOTHING);
            if (peer.number() == 1) {
                note(peer.request());
                peer.send("H");
            }
        })) {
            get(server.url());
            assertFails(Request.get(server.url()));
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void eachHopOfAChainIsByItself() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            boolean first = true;
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                note(head);
                if (!first && peer.number() < 3) {
                    return;
                }
                first = false;
                peer.send(
                        head.startsWith("GET /a ")
                                ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
                                : HELLO);
            }
        })) {
            get(server.url());
            Response response = send(Request.get(server.url() + "a"));
            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.redirects()).hasSize(1);
            assertThat(asked).containsExactly("GET /", "GET /a", "GET /a", "GET /b", "GET /b");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    private RawServer dyingOnTheSecondRequest() throws IOException {
        return new RawServer(peer -> {
            note(peer.request());
            peer.send(NOTHING);
            if (peer.number() == 1) {
                note(peer.request());
            } else {
                peer.awaitEnd();
            }
        });
    }

    private void note(String head) {
        asked.add(head.substring(0, head.indexOf(" HTTP")));
    }

    private void assertFails(Request request) {
        assertThat(ClientRule.failure(rule.client().send(request)).code()).isEqualTo(596);
    }

    private void get(String url) throws Exception {
        send(Request.get(url));
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }
}
