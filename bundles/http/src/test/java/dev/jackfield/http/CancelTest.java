package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cancelling frees socket, slot and timers at once, whatever the phase. */
class CancelTest {
    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withMaxPerHost(1));

    @Test
    void whileQueued() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> first = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> second = rule.client().get(server.url());
            second.cancel(true);
            new BackAtZero(() -> Map.of("queued", rule.client().readings().queued())).check();
            rule.awaitReadings(new Readings(0, 1, 1, 0));
            first.cancel(true);
            assertAllFree();
        }
    }

    @Test
    void whileConnecting() throws Exception {
        CompletableFuture<Wire> never = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean undone = new AtomicBoolean();
        CompletableFuture<Response> future = rule.client()
                .send(Request.get("http://a.test/").withConnector((target, attempt) -> {
                    attempt.whenCancelled(() -> undone.set(true));
                    asked.countDown();
                    return never;
                }));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        future.cancel(false);
        assertAllFree();
        assertThat(undone).isTrue();
    }

    @Test
    void aWireThatComesTooLateIsClosed() throws Exception {
        CompletableFuture<Wire> late = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<Wire>> real = new CompletableFuture<>();
        try (RawServer server = RawServer.answering("")) {
            CompletableFuture<Response> future = rule.client()
                    .send(Request.get(server.url()).withConnector((target, attempt) -> {
                        // The undo of the real connector is kept from it: this one does not hear of the cancellation.
                        real.complete(rule.panel()
                                .connector("plain")
                                .orElseThrow()
                                .plugged()
                                .connect(target, dev.jackfield.connector.Dial.on(attempt.loop()))
                                .toCompletableFuture());
                        return late;
                    }));
            Wire wire = real.get(5, TimeUnit.SECONDS).get(5, TimeUnit.SECONDS);
            future.cancel(false);
            assertAllFree();
            late.complete(wire);
            new BackAtZero(() -> Map.of("channels", rule.loops().load().channels())).check();
        }
    }

    @Test
    void whileWaitingForTheHead() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
            ended.countDown();
        })) {
            CompletableFuture<Response> future = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertAllFree();
        }
    }

    @Test
    void fromWithinTheSink() throws Exception {
        AtomicReference<Exchange> exchange = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            started.await();
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n");
            peer.awaitEnd();
            ended.countDown();
        })) {
            StringBuilder got = new StringBuilder();
            exchange.set(rule.client()
                    .send(
                            Request.get(server.url()),
                            bytes -> {
                                got.append((char) bytes.get());
                                exchange.get().close();
                                return true;
                            },
                            ExchangeTest.completion(() -> told.set(true))));
            started.countDown();
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertAllFree();
            assertThat(told).isFalse();
            assertThat(got).hasToString("a");
        }
    }

    @Test
    void byATimeLimitOnTheFuture() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.awaitEnd();
            ended.countDown();
        })) {
            CompletableFuture<Response> future = rule.client().get(server.url()).orTimeout(50, TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertAllFree();
        }
    }

    @Test
    void whileTheDeadlineIsStillToCome() {
        rule.client()
                .send(Request.get("http://a.test/")
                        .withDeadline(Duration.ofHours(1))
                        .withConnector((target, attempt) -> new CompletableFuture<>()))
                .cancel(true);
        new BackAtZero(() -> Map.of("timers", rule.loops().load().timers())).check();
        assertAllFree();
    }

    @Test
    void afterTheEndDoesNothing() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            CountDownLatch done = new CountDownLatch(1);
            Exchange exchange = rule.client().send(Request.get(server.url()), ExchangeTest.completion(done::countDown));
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            exchange.close();
            exchange.close();
            rule.client().get(server.url()).get(5, TimeUnit.SECONDS);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void afterTheLoopsHaveEndedDoesNothing() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            CountDownLatch done = new CountDownLatch(1);
            HttpClient other = HttpClient.create();
            Exchange exchange = other.send(Request.get(server.url()), ExchangeTest.completion(done::countDown));
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            other.close();
            exchange.close();
        }
    }

    @Test
    void closingTheClientEndsEverything() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> running = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> queued = rule.client().get(server.url());
            CompletableFuture<Response> connecting = rule.client()
                    .send(Request.get("http://a.test/").withConnector((target, attempt) -> new CompletableFuture<>()));
            CompletableFuture<Response> unplugged =
                    rule.client().send(Request.get("http://b.test/").withRoute("nothing"));
            rule.client().close();
            for (CompletableFuture<Response> future : java.util.List.of(running, queued, connecting, unplugged)) {
                HttpFailure failure = ClientRule.failure(future);
                assertThat(failure.code()).isEqualTo(599);
                assertThat(failure).hasMessageMatching("The client (was|is) closed");
            }
        }
    }

    private void assertAllFree() {
        new BackAtZero(() -> Map.of(
                        "active", rule.client().readings().active(),
                        "connections", rule.client().readings().connections()))
                .check();
    }
}
