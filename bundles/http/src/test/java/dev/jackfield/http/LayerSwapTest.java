package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Layers come, go and change while requests flow. */
class LayerSwapTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @RegisterExtension
    final ClientRule rule =
            new ClientRule(ClientOptions.defaults().withPlugWait(PATIENCE).withIdle(Duration.ofMinutes(1)));

    private final AtomicInteger served = new AtomicInteger();

    @Test
    void idleConnectionsCloseWhenALayerIsReplacedOrSaysItChanged() throws Exception {
        SpokenLayer tls = new SpokenLayer(true);
        rule.panel().plug("tls", 0, tls);
        try (RawServer server = answering()) {
            get(https(server));
            assertThat(rule.client().readings().idle()).isEqualTo(1);
            tls.change();
            awaitNoConnections();
            get(https(server));
            rule.panel().plug("tls", 1, new SpokenLayer(true));
            awaitNoConnections();
            get(https(server));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void thoseOfOtherRoutesStay() throws Exception {
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
        try (RawServer server = answering()) {
            Request direct = Request.get(server.url());
            get(direct);
            get(direct.withRoute("plain > proxy"));
            rule.panel().plug("proxy", 1, new SpokenLayer(false));
            rule.awaitReadings(new Readings(0, 0, 1, 1));
            get(direct);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void tlsOverAConnectorOfOnesOwnIsReplacedLikewise() throws Exception {
        SpokenLayer tls = new SpokenLayer(true);
        rule.panel().plug("tls", 0, tls);
        Connector own = rule.panel().connector("plain").orElseThrow().plugged();
        try (RawServer server = answering()) {
            get(https(server).withConnector(own));
            rule.panel().plug("plain", 1, (target, attempt) -> new CompletableFuture<>());
            get(https(server).withConnector(own));
            assertThat(server.connections()).isEqualTo(1);
            tls.change();
            awaitNoConnections();
        }
    }

    @Test
    void aBusyConnectionFinishesAndIsNotKept() throws Exception {
        SpokenLayer tls = new SpokenLayer(true);
        rule.panel().plug("tls", 0, tls);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.line();
            peer.send("y");
            peer.request();
            arrived.countDown();
            changed.await();
            peer.send(HttpsTest.HELLO);
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> busy = rule.client().send(https(server));
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            tls.change();
            changed.countDown();
            assertThat(busy.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            awaitNoConnections();
        }
    }

    @Test
    void waitsAMomentForALayerToBePluggedIn() throws Exception {
        try (RawServer server = answering()) {
            HttpFailure failure = ClientRule.failure(rule.client().send(https(server)));
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure).hasMessageStartingWith("Expected a layer named \"tls\" on the panel, got only: ");
            CompletableFuture<Response> waiting = rule.client().send(https(server));
            rule.awaitReadings(new Readings(1, 0, 0, 0));
            rule.panel().plug("tls", 0, new SpokenLayer(true));
            assertThat(waiting.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void waitsForTheProfileOfALayer() throws Exception {
        Profiles profiles = new Profiles();
        rule.panel().plug("tls", 0, profiles);
        try (RawServer server = answering()) {
            CompletableFuture<Response> waiting =
                    rule.client().send(https(server).withTls(Link.parse("tls(mine)")));
            rule.awaitReadings(new Readings(1, 0, 0, 0));
            profiles.there = "mine";
            profiles.spoken.change();
            assertThat(waiting.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void patienceIsNotRenewedByOtherChanges() throws Exception {
        Profiles profiles = new Profiles();
        rule.panel().plug("tls", 0, profiles);
        CompletableFuture<Response> waiting =
                rule.client().send(Request.get("https://a.test/").withTls(Link.parse("tls(mine)")));
        long begin = System.nanoTime();
        int changes = 0;
        while (!waiting.isDone() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)) {
            profiles.spoken.change();
            changes++;
            CompletableFuture.allOf(waiting.handle((response, error) -> null))
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
        assertThat(ClientRule.failure(waiting)).hasMessage("Expected a profile, got none named mine");
        assertThat(changes).isGreaterThan(2);
    }

    @Test
    void saysWhatIsMissingInTheEnd() throws Exception {
        CompletableFuture<Response> waiting =
                rule.client().send(Request.get("http://a.test/").withRoute("plain > one > two"));
        rule.awaitReadings(new Readings(1, 0, 0, 0));
        rule.panel().plug("one", 0, new SpokenLayer(false));
        assertThat(ClientRule.failure(waiting)).hasMessageStartingWith("Expected a layer named \"two\" on the panel");
    }

    @Test
    void losesNoRequestUnderLoad() throws Exception {
        SpokenLayer below = new SpokenLayer(true);
        rule.panel().plug("tls", 0, below);
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
        int total = 20_000;
        try (RawServer server = answering()) {
            // POST is never sent twice, so the server's own count shows what is lost or doubled.
            Request request = Request.post("https://origin.test/", new byte[0])
                    .withRoute("plain > proxy(127.0.0.1:" + server.port() + ")");
            Storm storm = new Storm(rule.client(), request, total);
            int swaps = 0;
            while (!storm.over()) {
                Guard tls = rule.panel().plug("tls", 1, new SpokenLayer(true));
                storm.over();
                Guard proxy = rule.panel().plug("proxy", 1, new SpokenLayer(false));
                storm.over();
                tls.close();
                proxy.close();
                below.change();
                swaps += 5;
            }
            storm.check();
            assertThat(served).hasValue(total);
            assertThat(swaps).isGreaterThan(20);
        }
    }

    /** Knows one profile at a time. */
    private static final class Profiles implements Layer {
        final SpokenLayer spoken = new SpokenLayer(true);
        volatile String there = "high";

        @Override
        public CompletableFuture<dev.jackfield.connector.Wire> over(
                dev.jackfield.connector.Wire below,
                dev.jackfield.address.HostPort target,
                dev.jackfield.connector.Attempt attempt) {
            throw new AssertionError("not configured");
        }

        @Override
        public Layer configured(Link link) throws UnpluggedException {
            if (!link.option().equals(there)) {
                throw new UnpluggedException("tls", "Expected a profile, got none named " + link.option());
            }
            return spoken.configured(link);
        }

        @Override
        public boolean encrypts() {
            return true;
        }

        @Override
        public Guard watch(Runnable changed) {
            return spoken.watch(changed);
        }
    }

    /** Answers handshakes and requests. */
    private RawServer answering() throws Exception {
        return new RawServer(peer -> {
            String line = peer.line();
            while (!line.isEmpty()) {
                if (line.endsWith("[http/1.1]")) {
                    peer.send("y");
                } else {
                    peer.request();
                    served.incrementAndGet();
                    peer.send(HttpsTest.HELLO);
                }
                line = peer.line();
            }
        });
    }

    private static Request https(RawServer server) {
        return Request.get("https://127.0.0.1:" + server.port() + "/");
    }

    private void get(Request request) throws Exception {
        assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
    }

    private void awaitNoConnections() {
        new BackAtZero(() -> Map.of("connections", rule.client().readings().connections())).check();
    }
}
