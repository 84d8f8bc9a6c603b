package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever foreign code does, each call ends, and no call pays for another's. */
class ForeignCodeTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withMaxPerHost(1));

    @Test
    void sinksThatThrowErrors() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            HttpFailure failure = ClientRule.failure(rule.client().send(Request.get(server.url()), bytes -> {
                throw new NoClassDefFoundError("gone");
            }));
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure).hasMessageContaining("gone");
        }
    }

    @Test
    void aSinkThatClosesTheExchangeAndRefuses() throws Exception {
        AtomicReference<Exchange> exchange = new AtomicReference<>();
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            started.await();
            peer.send(HELLO);
            peer.awaitEnd();
            ended.countDown();
        })) {
            exchange.set(rule.client()
                    .send(
                            Request.get(server.url()),
                            bytes -> {
                                exchange.get().close();
                                return false;
                            },
                            ExchangeTest.completion(() -> told.set(true))));
            started.countDown();
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            rule.awaitReadings(Readings.ZERO);
            assertThat(told).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "whenReadable"})
    void wiresThatThrow(String method) throws Exception {
        for (Throwable thrown :
                new Throwable[] {new IllegalStateException("broken"), new NoClassDefFoundError("gone")}) {
            try (RawServer server = RawServer.answering(HELLO)) {
                HttpFailure failure = ClientRule.failure(
                        rule.client().send(Request.get(server.url()).withConnector(throwing(method, thrown))));
                assertThat(failure.code()).isEqualTo(596);
                assertThat(failure).hasCause(thrown);
            }
        }
    }

    @Test
    void wiresThatThrowWhenClosed() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> future = rule.client()
                    .send(Request.get(server.url())
                            .withConnector(throwing("close", new IllegalStateException("stuck"))));
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            rule.awaitReadings(Readings.ZERO);
        }
    }

    /** What a bundle left behind that is gone throws errors when it is called off; the limits hold nevertheless. */
    @Test
    void connectorsThatCannotBeCalledOff() throws Exception {
        Connector stuck = (target, attempt) -> {
            attempt.whenCancelled(() -> {
                throw new NoClassDefFoundError("gone");
            });
            return new CompletableFuture<>();
        };
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get(server.url());
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(request.withConnector(stuck).withTimeout(Duration.ofMillis(50))));
            assertThat(failure.code()).isEqualTo(595);

            CompletableFuture<Response> calledOff = rule.client().send(request.withConnector(stuck));
            rule.awaitReadings(new Readings(0, 1, 1, 0));
            calledOff.cancel(true);
            rule.awaitReadings(Readings.ZERO);
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).status())
                    .isEqualTo(200);

            try (Loops own = Loops.create(1)) {
                HttpClient client = HttpClient.create(ClientOptions.defaults(), own, rule.panel());
                CompletableFuture<Response> first = client.send(request.withConnector(stuck));
                CompletableFuture<Response> second = client.send(request.withConnector(stuck));
                client.close();
                assertThat(ClientRule.failure(first).code()).isEqualTo(599);
                assertThat(ClientRule.failure(second).code()).isEqualTo(599);
            }
        }
    }

    @Test
    void stagesThatCannotBeListenedTo() throws Exception {
        Connector deaf = (target, attempt) -> new CompletableFuture<>() {
            @Override
            public CompletableFuture<Wire> whenComplete(BiConsumer<? super Wire, ? super Throwable> action) {
                throw new NoClassDefFoundError("gone");
            }
        };
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("http://a.test/").withConnector(deaf)));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessageContaining("gone");
        rule.awaitReadings(Readings.ZERO);
    }

    /** It may be back in a moment, as when a bundle is updated. */
    @Test
    void connectorsThatFindNobodyBelowThemAreAskedAgain() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get(server.url());
            assertThat(rule.client()
                            .send(request.withConnector(above(times)))
                            .get(5, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("hello");
            assertThat(times).hasValue(6);

            times.set(Integer.MIN_VALUE);
            HttpFailure failure = ClientRule.failure(rule.client().send(request.withConnector(above(times))));
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure).hasMessageContaining("nobody below");
            assertThat(times).hasValue(Integer.MIN_VALUE + 17);
        }
    }

    /** Another one each time, so that no connection is used again. */
    private Connector above(AtomicInteger times) {
        return (target, attempt) -> times.incrementAndGet() <= 5
                ? nobodyBelow()
                : plain().connect(target, attempt).toCompletableFuture();
    }

    private static CompletableFuture<Wire> nobodyBelow() {
        return CompletableFuture.failedFuture(new UnpluggedException("plain", "nobody below"));
    }

    @Test
    void linksThatFailToConfigureThemselvesWhileTheyGoAreLookedUpAgain() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Connector leaving = new Connector() {
            @Override
            public CompletableFuture<Wire> connect(HostPort target, Attempt attempt) {
                return plain().connect(target, attempt).toCompletableFuture();
            }

            @Override
            public Connector configured(Link link) {
                if (times.incrementAndGet() == 2) {
                    rule.panel().plug("another", 0, plain()).close();
                    throw new NoClassDefFoundError("gone");
                }
                return this;
            }
        };
        rule.panel().plug("leaving", 0, leaving);
        try (RawServer server = RawServer.answering(HELLO)) {
            Request request = Request.get(server.url()).withRoute("leaving");
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                    .isEqualTo("hello");
            rule.panel().plug("another", 0, plain()).close();
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                    .isEqualTo("hello");
            assertThat(times).hasValueGreaterThan(2);
        }
    }

    @Test
    void linksThatCallOffOthersWhoWaitForThem() throws Exception {
        try (RawServer server = RawServer.answering(HELLO);
                Loops one = Loops.create(1);
                HttpClient client = HttpClient.create(ClientOptions.defaults(), one, rule.panel())) {
            Request request = Request.get(server.url()).withRoute("later");
            CompletableFuture<Response> first = client.send(request);
            CompletableFuture<Response> second = client.send(request);
            CompletableFuture<Response> third = client.send(request);
            new BackAtZero(() -> Map.of("not waiting", 3 - client.readings().queued())).check();
            rule.panel().plug("later", 0, new Connector() {
                @Override
                public CompletableFuture<Wire> connect(HostPort target, Attempt attempt) {
                    return plain().connect(target, attempt).toCompletableFuture();
                }

                @Override
                public Connector configured(Link link) {
                    third.cancel(true);
                    return this;
                }
            });
            assertThat(first.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            assertThat(second.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            assertThat(third).isCancelled();
            new BackAtZero(() -> Map.of("under way", client.readings().underWay())).check();
        }
    }

    @Test
    void connectorsThatCannotSayWhyTheyFail() {
        IOException unspeakable = new IOException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new NoClassDefFoundError("gone");
            }
        };
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("http://a.test/")
                        .withConnector((target, attempt) -> CompletableFuture.failedFuture(unspeakable))));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessage(unspeakable.getClass().getName());
    }

    @Test
    void wiresThatDoNotListenAfterACompleteResponse() throws Exception {
        for (Throwable thrown :
                new Throwable[] {new IllegalStateException("broken"), new NoClassDefFoundError("gone")}) {
            try (RawServer server = RawServer.answering(HELLO)) {
                AtomicInteger times = new AtomicInteger();
                Connector deaf = (target, attempt) -> plain().connect(target, attempt)
                        .thenApply(wire -> proxy(Wire.class, (called, arguments) -> {
                            if (called.getName().equals("whenReadable") && times.incrementAndGet() == 2) {
                                throw thrown;
                            }
                            return called.invoke(wire, arguments);
                        }));
                Request request = Request.get(server.url()).withConnector(deaf);
                assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                        .isEqualTo("hello");
                rule.awaitReadings(Readings.ZERO);
                assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                        .isEqualTo("hello");
                assertThat(server.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void wiresThatDoNotTellTheirLoop() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            HttpFailure failure = ClientRule.failure(rule.client()
                    .send(Request.get(server.url()).withConnector(throwing("loop", new NoClassDefFoundError("gone")))));
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure).hasMessageContaining("gone");
            rule.awaitReadings(Readings.ZERO);
        }
    }

    @Test
    void wiresWithoutALoop() throws Exception {
        Connector connector = (target, attempt) -> {
            CompletableFuture<Wire> done = new CompletableFuture<>();
            Wire homeless = proxy(Wire.class, (method, arguments) -> null);
            attempt.loop().execute(() -> done.complete(homeless));
            return done;
        };
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("http://a.test/").withConnector(connector)));
        assertThat(failure.code()).isEqualTo(595);
    }

    @Test
    void theTroubleOfOneCallIsNotThatOfTheOneBefore() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            while (!peer.request().isEmpty()) {
                arrived.countDown();
                go.await();
                peer.send(HELLO);
            }
        })) {
            Request request = Request.get(server.url());
            CompletableFuture<Response> first = rule.client().send(request);
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> second = rule.client().send(request.withConnector((target, attempt) -> {
                throw new AssertionError("on purpose");
            }));
            CompletableFuture<Response> third = rule.client().send(request);
            go.countDown();
            assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(ClientRule.failure(second)).hasMessageContaining("on purpose");
            assertThat(third.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void nullsAreRefusedAtTheDoor() {
        Request request = Request.get("http://a.test/");
        assertThatNullPointerException().isThrownBy(() -> Request.get(null)).withMessage("Expected a URL, got null");
        assertThatNullPointerException()
                .isThrownBy(() -> request.withBody((RequestBody) null))
                .withMessage("Expected a body, got null");
        assertThatNullPointerException()
                .isThrownBy(() -> rule.client().send(request, (Completion) null))
                .withMessage("Expected a completion, got null");
    }

    @Test
    void timesBeyondAllMeasureAreTakenAsVeryLong() throws Exception {
        Duration eternity = Duration.ofSeconds(Long.MAX_VALUE);
        ClientOptions options = ClientOptions.defaults()
                .withIdle(eternity)
                .withTimeout(eternity)
                .withPlugWait(eternity);
        try (RawServer server = RawServer.answering(HELLO);
                HttpClient client = HttpClient.create(options, rule.loops(), rule.panel())) {
            Request request = Request.get(server.url()).withTimeout(eternity).withDeadline(eternity);
            assertThat(client.send(request).get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void callsEndWithTheClientEvenOnWiresOfOtherLoops() throws Exception {
        try (Loops others = Loops.create(1)) {
            Loop other = others.all().get(0);
            CountDownLatch arrived = new CountDownLatch(1);
            try (RawServer server = new RawServer(peer -> {
                peer.request();
                arrived.countDown();
                peer.awaitEnd();
            })) {
                HttpClient client = HttpClient.create();
                CompletableFuture<Response> future =
                        client.send(Request.get(server.url()).withConnector((target, attempt) -> {
                            CompletableFuture<Wire> handedOver = new CompletableFuture<>();
                            other.execute(() -> plain().connect(target, Dial.on(other))
                                    .thenAccept(wire -> attempt.loop().execute(() -> handedOver.complete(wire))));
                            return handedOver;
                        }));
                assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
                client.close();
                assertThat(ClientRule.failure(future).code()).isEqualTo(599);
                new BackAtZero(() -> Map.of("channels", others.load().channels())).check();
            }
        }
    }

    @Test
    void callsEndWithTheLoopsEvenIfTheClientIsStillOpen() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            Loops loops = Loops.create(1);
            HttpClient client = HttpClient.create(ClientOptions.defaults().withMaxPerHost(1), loops, rule.panel());
            CompletableFuture<Response> running = client.get(server.url());
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Response> queued = client.get(server.url());
            CompletableFuture<Response> unplugged =
                    client.send(Request.get("http://a.test/").withRoute("nothing"));
            loops.close();
            ClientRule.failure(running);
            ClientRule.failure(queued);
            client.close();
            ClientRule.failure(unplugged);
            rule.panel().plug("plain", 5, plain()).close();
        }
    }

    @Test
    void aFailureThatWasCalledOffBeforeItWasToldIsNotTold() throws Exception {
        try (Loops one = Loops.create(1);
                HttpClient client = HttpClient.create(ClientOptions.defaults(), one, rule.panel())) {
            Loop loop = one.all().get(0);
            AtomicBoolean told = new AtomicBoolean();
            CountDownLatch later = new CountDownLatch(1);
            loop.execute(() -> {
                client.send(
                                Request.get("https://127.0.0.1/").withRoute("plain > forward"),
                                ExchangeTest.completion(() -> told.set(true)))
                        .close();
                loop.execute(() -> loop.execute(later::countDown));
            });
            assertThat(later.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(told).isFalse();
        }
    }

    @Test
    void loopsOfOthersAreForgottenWithTheirConnections() throws Exception {
        WeakReference<Loop> gone = loopOfAnExchangeThatIsOver();
        rule.awaitReadings(Readings.ZERO);
        new BackAtZero(() -> {
                    System.gc();
                    return Map.of("loops of others", gone.get() == null ? 0 : 1);
                })
                .check();
    }

    /** In a method of its own, so that no variable holds the loop any more. */
    private WeakReference<Loop> loopOfAnExchangeThatIsOver() throws Exception {
        String response = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answering(response);
                Loops others = Loops.create(1)) {
            Loop other = others.all().get(0);
            rule.client()
                    .send(Request.get(server.url()).withConnector((target, attempt) -> {
                        CompletableFuture<Wire> handedOver = new CompletableFuture<>();
                        other.execute(() -> plain().connect(target, Dial.on(other))
                                .thenAccept(wire -> attempt.loop().execute(() -> handedOver.complete(wire))));
                        return handedOver;
                    }))
                    .get(5, TimeUnit.SECONDS);
            return new WeakReference<>(other);
        }
    }

    private Connector plain() {
        return rule.panel().connector("plain").orElseThrow().plugged();
    }

    private Connector throwing(String method, Throwable thrown) {
        return (target, attempt) -> plain().connect(target, attempt)
                .thenApply(wire -> proxy(Wire.class, (called, arguments) -> {
                    if (called.getName().equals("close")) {
                        wire.close();
                    }
                    if (called.getName().equals(method)) {
                        throw thrown;
                    }
                    return called.invoke(wire, arguments);
                }));
    }

    private interface Handler {
        Object handle(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return handler.handle(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
