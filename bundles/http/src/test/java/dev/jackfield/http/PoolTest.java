package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connection a request goes out on, and how long connections are kept. */
class PoolTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withMaxPerHost(2)
            .withIdle(Duration.ofMillis(200))
            .withTimeout(Duration.ofSeconds(5)));

    @Test
    void usesAConnectionAgain() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            for (int i = 0; i < 20; i++) {
                get(server.url());
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\na",
                "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naJUNK",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n1\r\na\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nKeep-Alive: timeout=0\r\n\r\na",
            })
    void doesNotUseAConnectionAgainIfInDoubt(String response) throws Exception {
        try (RawServer server = RawServer.answering(response)) {
            get(server.url());
            get(server.url());
            assertThat(server.connections()).isEqualTo(2);
            assertThat(rule.client().readings().connections()).isZero();
        }
    }

    @Test
    void opensNoMoreThanAllowedAndServesTheRestInOrder() throws Exception {
        Semaphore go = new Semaphore(0);
        CountDownLatch arrived = new CountDownLatch(2);
        List<String> order = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                order.add(head.substring(5, head.indexOf(' ', 5)));
                arrived.countDown();
                go.acquire();
                peer.send(HELLO);
            }
        })) {
            List<CompletableFuture<Response>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(rule.client().get(server.url() + i));
            }
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            rule.awaitReadings(new Readings(8, 2, 2, 0));
            for (int i = 0; i < 10; i++) {
                go.release();
                CompletableFuture.anyOf(all.toArray(new CompletableFuture<?>[0]))
                        .get(5, TimeUnit.SECONDS);
                all.removeIf(CompletableFuture::isDone);
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(5, TimeUnit.SECONDS);
            assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("0", "1");
            assertThat(order.subList(2, 9)).isSubsetOf("2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void countsEachOriginByItself() throws Exception {
        try (RawServer first = RawServer.answering(HELLO);
                RawServer second = RawServer.answering(HELLO)) {
            get(first.url());
            get(second.url());
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 2, 2));
        }
    }

    @Test
    void givesUpIdleConnectionsAfterAWhile() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            get(server.url());
            assertThat(rule.client().readings().idle()).isEqualTo(1);
            awaitNoConnections();
        }
    }

    @Test
    void keepsThemLongerIfTheServerSaysSo() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nKeep-Alive: timeout=3, max=9\r\n\r\na")) {
            get(server.url());
            CompletableFuture<Integer> later = new CompletableFuture<>();
            rule.loops()
                    .all()
                    .get(0)
                    .after(
                            Duration.ofMillis(600),
                            () -> later.complete(rule.client().readings().idle()));
            assertThat(later.get(5, TimeUnit.SECONDS)).isEqualTo(1);
            awaitNoConnections();
        }
    }

    @Test
    void noticesThatTheServerClosedAnIdleConnection() throws Exception {
        Semaphore end = new Semaphore(0);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(HELLO);
            end.acquire();
        })) {
            get(server.url());
            end.release();
            awaitNoConnections();
            end.release();
            get(server.url());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverTakesUnsolicitedBytesForAnAnswer() throws Exception {
        Semaphore talk = new Semaphore(0);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(HELLO);
            if (peer.number() == 1) {
                talk.acquire();
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
            }
            peer.awaitEnd();
        })) {
            get(server.url());
            talk.release();
            awaitNoConnections();
            assertThat(get(server.url()).text()).isEqualTo("hello");
        }
    }

    @Test
    void looksBeforeItUsesAConnectionAgainThatRestedAWhile() throws Exception {
        Semaphore talk = new Semaphore(0);
        CountDownLatch said = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(HELLO);
            if (peer.number() == 1) {
                talk.acquire();
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                said.countDown();
            } else if (!peer.request().isEmpty()) {
                peer.send(HELLO);
            }
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> second = rule.client().get(server.url()).thenCompose(first -> {
                // The loop is held up here, so the selector cannot tell what came in the meantime.
                talk.release();
                try {
                    said.await();
                    new CompletableFuture<Void>().get(20, TimeUnit.MILLISECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException goOn) {
                    // Long enough for the octets to arrive.
                }
                return rule.client().post(server.url(), new byte[0]);
            });
            assertThat(second.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void sendsAnyRequestAgainThatWasNotSentAtAll() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger posts = new AtomicInteger();
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                posts.addAndGet(head.startsWith("POST") ? 1 : 0);
                peer.send(HELLO);
                if (peer.number() == 1) {
                    peer.reset();
                    closed.countDown();
                    return;
                }
            }
        })) {
            CompletableFuture<Response> second = rule.client().get(server.url()).thenCompose(first -> {
                try {
                    closed.await();
                    new CompletableFuture<Void>().get(20, TimeUnit.MILLISECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException goOn) {
                    // Long enough for the reset to arrive.
                }
                return rule.client().post(server.url(), new byte[0]);
            });
            assertThat(second.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            assertThat(posts).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void triesAnIdempotentRequestOnceMoreIfAUsedConnectionDied(boolean reset) throws Exception {
        try (RawServer server = dyingOnTheSecondRequest(reset)) {
            get(server.url());
            assertThat(get(server.url()).text()).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotTryAnythingElseAgain() throws Exception {
        try (RawServer server = dyingOnTheSecondRequest(false)) {
            get(server.url());
            HttpFailure failure = ClientRule.failure(rule.client().post(server.url(), new byte[1]));
            assertThat(failure.code()).isEqualTo(596);
            assertThat(server.connections()).isEqualTo(1);
        }
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            requests.incrementAndGet();
        })) {
            assertThat(ClientRule.failure(rule.client().get(server.url())).code())
                    .isEqualTo(596);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void keepsTheConnectionsOfAConnectorOfOnesOwnApart() throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        Connector own = (target, attempt) -> plain.connect(target, attempt);
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get(server.url());
            rule.client().send(request).get(5, TimeUnit.SECONDS);
            rule.client().send(request.withConnector(own)).get(5, TimeUnit.SECONDS);
            rule.client().send(request.withConnector(own)).get(5, TimeUnit.SECONDS);
            rule.client().send(request).get(5, TimeUnit.SECONDS);
            assertThat(server.connections()).isEqualTo(2);
            // Both slots are taken by idle connections of other routes: the one unused for longest makes room.
            rule.client()
                    .send(request.withConnector((target, attempt) -> plain.connect(target, attempt)))
                    .get(5, TimeUnit.SECONDS);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 2, 2));
        }
    }

    private static RawServer dyingOnTheSecondRequest(boolean reset) throws java.io.IOException {
        return new RawServer(peer -> {
            peer.request();
            peer.send(HELLO);
            if (peer.number() == 1) {
                peer.request();
                if (reset) {
                    peer.reset();
                }
            } else {
                peer.awaitEnd();
            }
        });
    }

    /** Somebody who waits until nothing is active any more looks at any moment, and so at this one, too. */
    @Test
    void anIdleConnectionThatIsClosedIsNotTakenForABusyOne() throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        CompletableFuture<Readings> whenClosed = new CompletableFuture<>();
        Connector watching = (target, attempt) -> plain.connect(target, attempt)
                .thenApply(wire -> new Watched(
                        wire, () -> whenClosed.complete(rule.client().readings())));
        try (RawServer server = RawServer.answering(HELLO)) {
            rule.client()
                    .send(Request.get(server.url()).withConnector(watching))
                    .get(5, TimeUnit.SECONDS);
            assertThat(whenClosed.get(5, TimeUnit.SECONDS)).isEqualTo(new Readings(0, 0, 1, 1));
            awaitNoConnections();
        }
    }

    private Response get(String url) throws Exception {
        return rule.client().get(url).get(5, TimeUnit.SECONDS);
    }

    private void awaitNoConnections() {
        new BackAtZero(() -> Map.of("connections", rule.client().readings().connections())).check();
    }

    /** Tells when it is being closed. */
    private record Watched(Wire below, Runnable closing) implements ForwardingWire {
        @Override
        public void close() {
            closing.run();
            below.close();
        }
    }
}
