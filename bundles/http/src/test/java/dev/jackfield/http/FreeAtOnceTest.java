package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.loop.Load;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Wherever an exchange stands when it is called off, or its client is closed: no socket, no timer and no slot is left. The
 * limits on time are such that nothing ends by itself meanwhile.
 */
class FreeAtOnceTest {
    private static final Duration LONG = Duration.ofSeconds(100);

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withMaxPerHost(1)
            .withTimeouts(new Timeouts(LONG, LONG, LONG, LONG, LONG))
            .withIdle(LONG)
            .withPlugWait(LONG));

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch peerEnded = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();

    /** Where it stands, by what the server does. */
    enum Stage {
        WAITING_FOR_A_PLUG,
        CONNECTING,
        ENCRYPTING,
        SENDING,
        HEAD,
        BODY,
        REST_OF_A_REDIRECT,
        CONNECTING_ONCE_MORE,
        HEAD_ONCE_MORE
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whenCalledOff(Stage stage) throws Exception {
        try (RawServer server = new RawServer(peer -> serve(peer, stage))) {
            Exchange exchange = begin(server, stage);
            assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
            exchange.close();
            new BackAtZero(this::held).check();
            assertPeerEnded(stage);
            assertThat(told).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whenTheClientIsClosed(Stage stage) throws Exception {
        try (RawServer server = new RawServer(peer -> serve(peer, stage))) {
            begin(server, stage);
            assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
            rule.client().close();
            new BackAtZero(this::held).check();
            assertPeerEnded(stage);
            new BackAtZero(() -> Map.of("not told", told.get() ? 0 : 1)).check();
        }
    }

    @Test
    void whileQueuedOthersKeepWhatTheyHave() throws Exception {
        try (RawServer server = new RawServer(peer -> serve(peer, Stage.HEAD))) {
            Exchange running = begin(server, Stage.HEAD);
            assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
            Map<String, Integer> before = held();
            Exchange queued = begin(server, Stage.HEAD);
            rule.awaitReadings(new Readings(1, 1, 1, 0));
            queued.close();
            rule.awaitReadings(new Readings(0, 1, 1, 0));
            assertThat(held()).isEqualTo(before);
            running.close();
            new BackAtZero(this::held).check();
            assertThat(told).isFalse();
        }
    }

    @Test
    void atAnyMomentOnTheWayFromOneOriginToAnother() throws Exception {
        int many = 300;
        CountDownLatch closed = new CountDownLatch(many);
        try (RawServer end = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                RawServer second = RawServer.answering(redirect(end.url()) + "Content-Length: 0\r\n\r\n");
                RawServer first = RawServer.answering(redirect(second.url()) + "Content-Length: 4\r\n\r\nthen")) {
            for (int i = 0; i < many; i++) {
                Exchange exchange = rule.client().send(Request.get(first.url()), ExchangeTest.completion(() -> {}));
                rule.loops().all().get(i % 2).after(Duration.ofNanos(i * 100_000L), () -> {
                    exchange.close();
                    closed.countDown();
                });
            }
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            new BackAtZero(() -> Map.of(
                            "queued", rule.client().readings().queued(),
                            "active", rule.client().readings().active()))
                    .check();
            assertThat(rule.client().get(first.url()).get(5, TimeUnit.SECONDS).text())
                    .isEqualTo("ok");
        }
    }

    private Exchange begin(RawServer server, Stage stage) {
        Connector never = (target, attempt) -> {
            reached.countDown();
            return new CompletableFuture<>();
        };
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        Request get = Request.get(server.url());
        Request request = switch (stage) {
            case WAITING_FOR_A_PLUG -> get.withRoute("nothing");
            case CONNECTING -> get.withConnector(never);
            case ENCRYPTING -> Request.get(server.url().replace("http:", "https:"));
            case SENDING -> Request.post(server.url(), new byte[64 << 20]);
            case CONNECTING_ONCE_MORE ->
                get.withConnector(
                        (target, attempt) -> (target.port() == server.port() ? plain : never).connect(target, attempt));
            case REST_OF_A_REDIRECT -> get.withCookies(new Signalling());
            default -> get;
        };
        rule.panel().plug("tls", 0, new NeverEncrypting());
        BodySink sink = bytes -> {
            reached.countDown();
            return true;
        };
        Exchange exchange = rule.client().send(request, sink, ExchangeTest.completion(() -> told.set(true)));
        if (stage == Stage.WAITING_FOR_A_PLUG) {
            rule.awaitReadings(new Readings(1, 0, 0, 0));
            reached.countDown();
        }
        return exchange;
    }

    private void serve(RawServer.Peer peer, Stage stage) throws IOException, InterruptedException {
        if (stage != Stage.ENCRYPTING) {
            peer.request();
        }
        switch (stage) {
            case HEAD -> reached.countDown();
            case SENDING -> {
                reached.countDown();
                over.await();
                peer.body(64 << 20);
            }
            case BODY -> peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na");
            case REST_OF_A_REDIRECT -> peer.send(redirect("/b") + "Content-Length: 9\r\n\r\nrest");
            case CONNECTING_ONCE_MORE -> peer.send(redirect("http://b.test:1/") + "Connection: close\r\n\r\n");
            case HEAD_ONCE_MORE -> {
                peer.send(redirect("/b") + "Content-Length: 0\r\n\r\n");
                peer.request();
                reached.countDown();
            }
            default -> {
                // Nothing is asked of it.
            }
        }
        if (stage != Stage.CONNECTING_ONCE_MORE) {
            peer.awaitEnd();
        }
        peerEnded.countDown();
    }

    private static String redirect(String where) {
        return "HTTP/1.1 307 Temporary\r\nSet-Cookie: a=b\r\nLocation: " + where + "\r\n";
    }

    private void assertPeerEnded(Stage stage) throws InterruptedException {
        over.countDown();
        if (stage != Stage.WAITING_FOR_A_PLUG && stage != Stage.CONNECTING) {
            assertThat(peerEnded.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Map<String, Integer> held() {
        Readings readings = rule.client().readings();
        Load load = rule.loops().load();
        return Map.of(
                "queued", readings.queued(),
                "active", readings.active(),
                "connections", readings.connections(),
                "idle", readings.idle(),
                "channels", load.channels(),
                "timers", load.timers());
    }

    /** Tells that the head of a redirect is there, whose body is not. */
    private final class Signalling implements CookieJar {
        @Override
        public List<Cookie> cookies(CookieContext to) {
            return List.of();
        }

        @Override
        public void store(SetCookies received) {
            reached.countDown();
        }
    }

    /** Shakes no hand. */
    private final class NeverEncrypting implements Layer {
        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            reached.countDown();
            return new CompletableFuture<>();
        }

        @Override
        public Layer configured(Link link) {
            return this;
        }

        @Override
        public boolean encrypts() {
            return true;
        }
    }
}
