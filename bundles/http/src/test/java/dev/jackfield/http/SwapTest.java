package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connectors come and go while requests flow. */
class SwapTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withPlugWait(Duration.ofMillis(300)));

    @Test
    void theNextConnectUsesTheNewOneAndIdleConnectionsOfTheOldOneClose() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        try (RawServer server = RawServer.answering(HELLO)) {
            get(server);
            assertThat(rule.client().readings().idle()).isEqualTo(1);
            Guard plug = rule.panel().plug("plain", 1, counting(connects));
            awaitNoConnections();
            get(server);
            get(server);
            assertThat(connects).hasValue(1);
            plug.close();
            awaitNoConnections();
            get(server);
            assertThat(connects).hasValue(1);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aBusyConnectionFinishesAndIsNotKept() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch swapped = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            swapped.await();
            peer.send(HELLO);
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> busy = rule.client().get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            rule.panel().plug("plain", 1, counting(new AtomicInteger()));
            swapped.countDown();
            assertThat(busy.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            awaitNoConnections();
        }
    }

    @Test
    void aConnectorOfLowerRankingChangesNothing() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        try (RawServer server = RawServer.answering(HELLO)) {
            get(server);
            rule.panel().plug("plain", -1, counting(connects));
            get(server);
            assertThat(connects).hasValue(0);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void waitsAMomentForAConnectorToBePluggedIn() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get(server.url()).withRoute("spare");
            HttpFailure failure = ClientRule.failure(rule.client().send(request));
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure).hasMessage("Expected a connector named \"spare\" on the panel, got only: plain");
            CompletableFuture<Response> waiting = rule.client().send(request);
            rule.panel().plug("spare", 0, counting(new AtomicInteger()));
            assertThat(waiting.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void losesNoRequestUnderLoad() throws Exception {
        AtomicInteger served = new AtomicInteger();
        try (RawServer server = new RawServer(peer -> {
            while (!peer.request().isEmpty()) {
                served.incrementAndGet();
                peer.send(HELLO);
            }
        })) {
            // POST is never sent twice, so the server's own count shows what is lost or doubled.
            Storm storm = new Storm(rule.client(), Request.post(server.url(), new byte[0]), 20_000);
            int swaps = 0;
            while (!storm.over()) {
                Guard plug = rule.panel().plug("plain", 1, counting(new AtomicInteger()));
                storm.over();
                plug.close();
                swaps += 2;
            }
            storm.check();
            assertThat(served).hasValue(20_000);
            assertThat(swaps).isGreaterThan(20);
        }
    }

    @Test
    void followsTheLoopOfAWireThatComesFromElsewhere() throws Exception {
        try (Loops other = Loops.create(1);
                RawServer server = RawServer.answering(HELLO)) {
            Connector elsewhere = (target, attempt) -> {
                CompletableFuture<dev.jackfield.connector.Wire> handedOver = new CompletableFuture<>();
                other.all()
                        .get(0)
                        .execute(() -> plain().connect(
                                        target,
                                        dev.jackfield.connector.Dial.on(
                                                other.all().get(0)))
                                .whenComplete(
                                        (wire, error) -> attempt.loop().execute(() -> handedOver.complete(wire))));
                return handedOver;
            };
            Request request = Request.get(server.url()).withConnector(elsewhere);
            for (int i = 0; i < 100; i++) {
                assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                        .isEqualTo("hello");
            }
            assertThat(server.connections()).isEqualTo(1);
            rule.client().close();
            awaitNoConnections();
            new BackAtZero(() -> Map.of("channels", other.load().channels())).check();
        }
    }

    private Connector plain() {
        return rule.panel().connector("plain").orElseThrow().plugged();
    }

    private Connector counting(AtomicInteger connects) {
        Connector below = plain();
        return (target, attempt) -> {
            connects.incrementAndGet();
            return below.connect(target, attempt);
        };
    }

    private void get(RawServer server) throws Exception {
        assertThat(rule.client().get(server.url()).get(5, TimeUnit.SECONDS).text())
                .isEqualTo("hello");
    }

    private void awaitNoConnections() {
        new BackAtZero(() -> Map.of("connections", rule.client().readings().connections())).check();
    }
}
