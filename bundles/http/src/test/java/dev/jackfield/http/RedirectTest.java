package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Redirects are followed, and what is read of them on the way spoils nothing. */
class RedirectTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule =
            new ClientRule(ClientOptions.defaults().withMaxPerHost(1).withTimeout(Duration.ofSeconds(5)));

    @Test
    void followsOverTheSameConnectionAndKeepsTheChain() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer server = hops(asked)) {
            Response response = get(server.url() + "2#top");
            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.url()).isEqualTo(server.url() + "0#top");
            assertThat(response.request().method()).isEqualTo("GET");
            assertThat(asked).containsExactly("GET /2", "GET /1", "GET /0");
            assertThat(server.connections()).isOne();
            assertThat(chain(response.redirects()))
                    .isEqualTo("2#top 302 to 1, 1#top 302 to 0".replaceAll("(^| )(\\d#)", "$1" + server.url() + "$2"));
            assertThat(response.redirects())
                    .allSatisfy(each -> assertThat(each.redirects()).isEmpty());
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
        }
    }

    @Test
    void followsToOtherOriginsOnWhateverLoop() throws Exception {
        List<RawServer> servers = new ArrayList<>();
        try {
            servers.add(RawServer.answering(HELLO));
            for (int i = 0; i < 6; i++) {
                servers.add(RawServer.answering(to(servers.get(i).url(), "")));
            }
            Response response = get(servers.get(6).url());
            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.url()).isEqualTo(servers.get(0).url());
            assertThat(response.redirects()).hasSize(6);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 7, 7));
        } finally {
            for (RawServer server : servers) {
                server.close();
            }
        }
    }

    @Test
    void deliversTheLastOneAtTheLimit() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer server = hops(asked)) {
            Response response = get(server.url() + "11");
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.text()).isEqualTo("to 0");
            assertThat(response.redirects()).hasSize(10);
            Response first = send(Request.get(server.url() + "3").withRedirects(Redirects.NONE));
            assertThat(first.status()).isEqualTo(302);
            assertThat(first.redirects()).isEmpty();
        }
    }

    @Test
    void aSinkSeesTheLastResponseOnly() throws Exception {
        try (RawServer server = hops(new CopyOnWriteArrayList<>())) {
            StringBuilder seen = new StringBuilder();
            BodySink sink = new BodySink() {
                @Override
                public boolean head(ResponseHead head) {
                    seen.append(head.status()).append(' ');
                    return true;
                }

                @Override
                public boolean part(java.nio.ByteBuffer bytes) {
                    seen.append(java.nio.charset.StandardCharsets.US_ASCII.decode(bytes));
                    return true;
                }
            };
            Response response =
                    rule.client().send(Request.get(server.url() + "3"), sink).get(5, TimeUnit.SECONDS);
            assertThat(seen).hasToString("200 hello");
            assertThat(response.body()).isEmpty();
            assertThat(response.redirects().get(0).text()).isEqualTo("to 2");
        }
    }

    @Test
    void queuesAnewAndLetsOthersGoFirst() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Semaphore go = new Semaphore(0);
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                asked.add(target(head));
                if (head.startsWith("GET /a ")) {
                    arrived.countDown();
                    go.acquire();
                    peer.send(to("/b", ""));
                } else {
                    peer.send(HELLO);
                }
            }
        })) {
            CompletableFuture<Response> redirected = rule.client().get(server.url() + "a");
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> waiting = rule.client().get(server.url() + "c");
            rule.awaitReadings(new Readings(1, 1, 1, 0));
            go.release();
            redirected.get(5, TimeUnit.SECONDS);
            waiting.get(5, TimeUnit.SECONDS);
            assertThat(asked).containsExactly("/a", "/c", "/b");
        }
    }

    @Test
    void isOneExchangeAllTheWay() throws Exception {
        Semaphore go = new Semaphore(0);
        CountDownLatch arrived = new CountDownLatch(2);
        try (RawServer far = new RawServer(peer -> {
                    peer.request();
                    arrived.countDown();
                    go.acquire();
                    peer.send(HELLO);
                });
                RawServer server = new RawServer(peer -> {
                    for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                        if (head.startsWith("GET /a ")) {
                            peer.send(to("/b", ""));
                        } else {
                            arrived.countDown();
                            go.acquire();
                            peer.send(to(far.url(), ""));
                        }
                    }
                })) {
            CompletableFuture<Response> future = rule.client().get(server.url() + "a");
            rule.awaitReadings(new Readings(0, 1, 1, 0));
            go.release();
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            rule.awaitReadings(new Readings(0, 1, 2, 1));
            go.release();
            assertThat(future.get(5, TimeUnit.SECONDS).redirects()).hasSize(2);
        }
    }

    @Test
    void tellsOfAPlaceWhereItCannotGo() throws Exception {
        try (RawServer server = RawServer.answering(to("ftp://b.test/x", "look there"))) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.code()).isEqualTo(599);
            assertThat(failure.url()).isEqualTo("ftp://b.test/x");
            assertThat(failure.head()).isEmpty();
            assertThat(chain(failure.redirects())).isEqualTo(server.url() + " 302 look there");
        }
    }

    @Test
    void tellsWhereItFailed() throws Exception {
        try (RawServer end = new RawServer(peer -> peer.request());
                RawServer server = RawServer.answering(to(end.url(), ""))) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure.code()).isEqualTo(596);
            assertThat(failure.url()).isEqualTo(end.url());
            assertThat(failure.redirects()).hasSize(1);
        }
        HttpFailure failure = ClientRule.failure(rule.client().get("http://127.0.0.1:1/x"));
        assertThat(failure.url()).isEqualTo("http://127.0.0.1:1/x");
        assertThat(failure.redirects()).isEmpty();
    }

    @Test
    void theDeadlineIsForTheWholeOfIt() throws Exception {
        try (RawServer end = new RawServer(peer -> {
                    peer.request();
                    peer.awaitEnd();
                });
                RawServer server = RawServer.answering(to(end.url(), ""))) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withDeadline(Duration.ofMillis(300))));
            assertThat(failure)
                    .hasMessage("Expected an end within the deadline of 300 ms, got none")
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThat(failure.phase()).isEqualTo(Phase.HEAD);
            assertThat(failure.url()).isEqualTo(end.url());
            assertThat(failure.redirects()).hasSize(1);
        }
    }

    @Test
    void aBodyGoesAlongIfTheMethodDoes() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                bodies.add(target(head) + " " + (head.contains("Content-Length: 3") ? peer.body(3) : ""));
                peer.send(head.contains("/a ") ? to("/b", "").replace("302", "308") : HELLO);
            }
        })) {
            Request post = Request.post(server.url() + "a", RequestBody.of("abc"));
            assertThat(send(post).text()).isEqualTo("hello");
            assertThat(bodies).containsExactly("/a abc", "/b abc");
        }
    }

    private static RawServer hops(List<String> asked) throws IOException {
        return new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                asked.add(head.substring(0, head.indexOf(" HTTP")));
                int left = Integer.parseInt(target(head).substring(1));
                peer.send(left == 0 ? HELLO : to("/" + (left - 1), "to " + (left - 1)));
            }
        });
    }

    private static String to(String where, String body) {
        return "HTTP/1.1 302 Found\r\nLocation: " + where + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String target(String head) {
        return head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP"));
    }

    private static String chain(List<Response> redirects) {
        return redirects.stream()
                .map(each -> each.url() + " " + each.status() + " " + each.text())
                .collect(Collectors.joining(", "));
    }

    private Response get(String url) throws Exception {
        return send(Request.get(url));
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }
}
