package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Attempt;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long connecting may take, waiting for it, and keeping it. */
class LimitTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private static final Timeouts ACQUIRE = Timeouts.defaults().withAcquire(Duration.ofMillis(120));

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withMaxPerHost(1)
            .withTimeout(Duration.ofSeconds(5))
            .withPlugWait(Duration.ofSeconds(5))
            .withTimeouts(Timeouts.defaults().withConnect(Duration.ofMillis(80)).withAcquire(Duration.ofMillis(120))));

    @Test
    void connectingMayTakeSoLongWhateverMovesMeanwhile() throws Exception {
        AtomicBoolean undone = new AtomicBoolean();
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("http://a.test:81/").withConnector((target, attempt) -> {
                    attempt.whenCancelled(() -> undone.set(true));
                    busy(attempt);
                    return new CompletableFuture<>();
                })));
        assertThat(failure)
                .hasMessage("Expected a connection to a.test:81 within 80 ms, got none")
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(undone).isTrue();
    }

    @Test
    void itDoesNotCountOnceConnected() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 1100, TimeUnit.MILLISECONDS)
                    .join();
            peer.send(HELLO);
        })) {
            Request request =
                    Request.get(server.url()).withTimeouts(Timeouts.defaults().withConnect(Duration.ofSeconds(1)));
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                    .isEqualTo("hello");
        }
    }

    @Test
    void waitingForASlotMayTakeSoLong() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> running = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure)
                    .hasMessage("Expected a slot of 127.0.0.1:" + server.port() + " within 120 ms, got none")
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThat(failure.phase()).isEqualTo(Phase.QUEUE);
            assertThat(failure.code()).isEqualTo(595);
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 1, 1, 0));
            running.cancel(true);
        }
    }

    @Test
    void waitingForSomethingToBePluggedInCountsToo() {
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("http://a.test/").withRoute("nothing").withTimeouts(ACQUIRE)));
        assertThat(failure.phase()).isEqualTo(Phase.QUEUE);
        assertThat(failure).hasMessage("Expected a slot of a.test within 120 ms, got none");
        assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void whoGetsASlotInTimeIsNotTimedAnyMore() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            queued.await();
            peer.send(HELLO);
            peer.request();
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 300, TimeUnit.MILLISECONDS)
                    .join();
            peer.send(HELLO);
        })) {
            CompletableFuture<Response> first = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> second = rule.client().get(server.url());
            rule.awaitReadings(new Readings(1, 1, 1, 0));
            queued.countDown();
            first.get(5, TimeUnit.SECONDS);
            assertThat(second.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
        }
    }

    @Test
    void aConnectionIsUsedUntilItIsOld() throws Exception {
        ClientOptions old = rule.client().options();
        Pooling aged = old.pooling().withIdle(Duration.ofSeconds(30)).withMaxAge(Duration.ofMillis(300));
        try (RawServer server = RawServer.answering(HELLO);
                HttpClient client = HttpClient.create(old.withPooling(aged), rule.loops(), rule.panel())) {
            client.get(server.url()).get(5, TimeUnit.SECONDS);
            client.get(server.url()).get(5, TimeUnit.SECONDS);
            assertThat(server.connections()).isOne();
            new BackAtZero(() -> Map.of("connections", client.readings().connections())).check();
            client.get(server.url()).get(5, TimeUnit.SECONDS);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatGotOldInUseIsNotKept() throws Exception {
        ClientOptions old = rule.client().options();
        Pooling aged = old.pooling().withMaxAge(Duration.ofMillis(1));
        try (RawServer server = new RawServer(peer -> {
                    peer.request();
                    new CompletableFuture<Void>()
                            .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                            .join();
                    peer.send(HELLO);
                    peer.awaitEnd();
                });
                HttpClient client = HttpClient.create(old.withPooling(aged), rule.loops(), rule.panel())) {
            client.get(server.url()).get(5, TimeUnit.SECONDS);
            assertThat(client.readings()).isEqualTo(Readings.ZERO);
        }
    }

    /** Sockets are being prepared, one after the other, so that the limit for each of them never passes. */
    private static void busy(Attempt attempt) {
        attempt.loop().after(Duration.ofMillis(10), () -> {
            if (!attempt.cancelled()) {
                try (SocketChannel socket = SocketChannel.open()) {
                    attempt.prepare(socket);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                busy(attempt);
            }
        });
    }
}
