package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a jar is asked, when it is told, and what of. */
class CookieTradeTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final NotingJar jar = new NotingJar();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withMaxPerHost(2)
            .withTimeout(Duration.ofSeconds(5))
            .withCookies(jar));

    @Test
    void sendsWhatTheJarHasInOneFieldBehindWhatTheCallerSays() throws Exception {
        jar.with("a", "1").with("", "bare");
        try (RawServer server = server(HELLO)) {
            send(Request.get(server.url() + "p/q?r"));
            send(Request.get(server.url()).withHeader("Cookie", "x=1").withHeader("cookie", "y=2"));
            assertThat(heads.get(0)).contains("\r\nCookie: a=1; bare\r\n");
            assertThat(heads.get(1)).containsOnlyOnce("ookie:").contains("\r\nCookie: x=1; y=2; a=1; bare\r\n");
            assertThat(jar.asked)
                    .containsExactly(
                            new CookieContext(false, "127.0.0.1", "/p/q"), new CookieContext(false, "127.0.0.1", "/"));
        }
    }

    @Test
    void sendsWhatTheJarHasNowAndNotWhatItHad() throws Exception {
        try (RawServer server = server(HELLO)) {
            Request request = Request.get(server.url());
            send(request);
            jar.with("a", "1");
            send(request);
            jar.with("a", "2");
            send(request);
            assertThat(heads.get(0)).doesNotContain("Cookie");
            assertThat(heads.get(1)).contains("\r\nCookie: a=1\r\n");
            assertThat(heads.get(2)).contains("\r\nCookie: a=2\r\n");
        }
    }

    @Test
    void tellsTheJarOfEachLineAndOfTheDate() throws Exception {
        try (RawServer server = server("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                + "set-cookie: b=2\r\nContent-Length: 0\r\n\r\n")) {
            send(Request.get(server.url() + "p?q"));
            assertThat(jar.told)
                    .containsExactly(new SetCookies(
                            new CookieContext(false, "127.0.0.1", "/p"),
                            List.of("a=1", "b=2"),
                            Optional.of(Instant.parse("1994-11-06T08:49:37Z"))));
        }
        try (RawServer server =
                server("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nDate: now\r\nContent-Length: 0\r\n\r\n")) {
            send(Request.get(server.url()));
            assertThat(jar.told.get(1).date()).isEmpty();
        }
        try (RawServer server = server(HELLO)) {
            send(Request.get(server.url()));
            assertThat(jar.told).hasSize(2);
        }
    }

    @Test
    void looksUpAnewForEachHop() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                heads.add(head);
                peer.send(
                        head.startsWith("GET /a ")
                                ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nSet-Cookie: s=1\r\nContent-Length: 0\r\n\r\n"
                                : HELLO);
            }
        })) {
            Request request = Request.get(server.url() + "a").withHeader("Cookie", "mine=0");
            assertThat(send(request).text()).isEqualTo("hello");
            assertThat(heads.get(0)).contains("\r\nCookie: mine=0\r\n");
            assertThat(heads.get(1)).contains("\r\nCookie: mine=0; s=1\r\n");
            assertThat(jar.asked).extracting(CookieContext::path).containsExactly("/a", "/b");
        }
    }

    @Test
    void looksUpAnewForTheSecondAttempt() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            heads.add(peer.request());
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            if (peer.number() == 1) {
                heads.add(peer.request());
                jar.with("late", "1");
            }
        })) {
            send(Request.get(server.url()));
            send(Request.get(server.url()));
            assertThat(heads).hasSize(3);
            assertThat(heads.get(1)).doesNotContain("late");
            assertThat(heads.get(2)).contains("\r\nCookie: late=1\r\n");
        }
    }

    @Test
    void believesAHeadWhateverComesBehindIt() throws Exception {
        try (RawServer server =
                RawServer.once("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 9\r\n\r\nshort")) {
            assertThat(ClientRule.failure(rule.client().get(server.url())).code())
                    .isEqualTo(597);
        }
        try (RawServer server = server("HTTP/1.1 200 OK\r\nSet-Cookie: b=1\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(ClientRule.failure(rule.client().send(Request.get(server.url()), new BodySink() {
                                @Override
                                public boolean head(ResponseHead head) {
                                    return false;
                                }

                                @Override
                                public boolean part(ByteBuffer bytes) {
                                    return true;
                                }
                            }))
                            .code())
                    .isEqualTo(598);
        }
        assertThat(jar.told).extracting(SetCookies::lines).containsExactly(List.of("a=1"), List.of("b=1"));
    }

    @Test
    void believesNeitherTrailersNorInterimResponses() throws Exception {
        try (RawServer server = server("HTTP/1.1 103 Early\r\nSet-Cookie: a=1\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nSet-Cookie: b=1\r\n\r\n")) {
            send(Request.get(server.url()));
            assertThat(jar.told).isEmpty();
        }
    }

    @Test
    void aRequestMayBringAJarOfItsOwnOrNone() throws Exception {
        NotingJar own = new NotingJar().with("own", "1");
        jar.with("usual", "1");
        try (RawServer server = server("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n")) {
            send(Request.get(server.url()).withCookies(own));
            send(Request.get(server.url()).withHeader("Cookie", "x=1").withCookies(CookieJar.none()));
            assertThat(heads.get(0)).contains("\r\nCookie: own=1\r\n");
            assertThat(heads.get(1)).contains("\r\nCookie: x=1\r\n");
            assertThat(own.told).hasSize(1);
            assertThat(jar.told).isEmpty();
        }
    }

    @Test
    void aRequestWithoutTheFieldIsNotLookedUp() throws Exception {
        jar.with("a", "1");
        try (RawServer server = server(HELLO)) {
            send(Request.get(server.url()).withoutHeader("cookie"));
            assertThat(heads.get(0)).doesNotContain("Cookie");
            assertThat(jar.asked).isEmpty();
        }
    }

    @Test
    void fromWithinTheJarAnExchangeCanBeCancelled() throws Exception {
        for (boolean early : new boolean[] {true, false}) {
            AtomicReference<Exchange> exchange = new AtomicReference<>();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            Runnable close = () -> {
                try {
                    begun.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                exchange.get().close();
                closed.countDown();
            };
            AtomicBoolean told = new AtomicBoolean();
            CookieJar closing = jar(
                    () -> {
                        if (early) {
                            close.run();
                        }
                        return List.of();
                    },
                    close);
            try (RawServer server = server("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n")) {
                Request request = Request.get(server.url()).withCookies(closing);
                exchange.set(rule.client()
                        .send(
                                request,
                                new BodySink() {
                                    @Override
                                    public boolean head(ResponseHead head) {
                                        told.set(true);
                                        return true;
                                    }

                                    @Override
                                    public boolean part(ByteBuffer bytes) {
                                        return true;
                                    }
                                },
                                ExchangeTest.completion(() -> told.set(true))));
                begun.countDown();
                assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
                rule.awaitReadings(Readings.ZERO);
                assertThat(told).isFalse();
            }
        }
    }

    @Test
    void aJarMaySendRequestsItself() throws Exception {
        try (RawServer server = server(HELLO)) {
            List<CompletableFuture<Response>> own = new CopyOnWriteArrayList<>();
            CookieJar sending = jar(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            own.add(rule.client().get(server.url()));
                        }
                        return List.of();
                    },
                    () -> {});
            Request request = Request.get(server.url()).withCookies(sending);
            assertThat(send(request).text()).isEqualTo("hello");
            for (CompletableFuture<Response> each : own) {
                assertThat(each.get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aJarThatFailsEndsItsCallAndNoOther() throws Exception {
        CookieJar empty = jar(List::of, () -> {
            throw new LinkageError("store");
        });
        CookieJar broken = jar(
                () -> {
                    throw new IllegalStateException("look");
                },
                () -> {});
        CookieJar evil = jar(() -> new NotingJar().with("a", "secret\r\nX: y").cookies(null), () -> {});
        CookieJar two = jar(() -> new NotingJar().with("a", "secret; b").cookies(null), () -> {});
        CookieJar other = jar(() -> new NotingJar().with("a=b", "secret").cookies(null), () -> {});
        CookieJar none = jar(() -> null, () -> {});
        try (RawServer server = server("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n")) {
            send(Request.get(server.url()));
            for (CookieJar failing : List.of(broken, evil, two, other, none)) {
                HttpFailure failure = failure(server, failing);
                assertThat(failure.code()).isEqualTo(599);
                assertThat(failure).hasMessageStartingWith("The cookie jar failed: ");
                assertThat(failure.getMessage() + failure.getCause()).doesNotContain("secret");
            }
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
            assertThat(failure(server, empty).code()).isEqualTo(598);
            send(Request.get(server.url()));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private HttpFailure failure(RawServer server, CookieJar failing) {
        return ClientRule.failure(rule.client().send(Request.get(server.url()).withCookies(failing)));
    }

    private static CookieJar jar(Supplier<List<Cookie>> cookies, Runnable store) {
        return new CookieJar() {
            @Override
            public List<Cookie> cookies(CookieContext to) {
                return cookies.get();
            }

            @Override
            public void store(SetCookies received) {
                store.run();
            }
        };
    }

    private RawServer server(String answer) throws Exception {
        return new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                heads.add(head);
                peer.send(answer);
            }
        });
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }
}
