package dev.jackfield.anyevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFunctionsTest {
    private final AnyEvent ae = AnyEvent.open();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        ae.close();
    }

    @Test
    void joinsFieldsAndTellsTheStatusLine() throws Exception {
        try (Origin origin = new Origin(Origin.ok("hello", "X-A: 1", "x-a:2", "Location: /there"))) {
            ae.httpGet(origin.url("/here?q#f"), heard);

            HttpResult result = heard.await();
            assertThat(result.data().text()).isEqualTo("hello");
            assertThat(result.headers().status()).isEqualTo(200);
            assertThat(result.headers())
                    .containsOnly(
                            entry("Status", "200"),
                            entry("Reason", "OK"),
                            entry("HTTPVersion", "1.1"),
                            entry("URL", origin.url("/here?q#f")),
                            entry("x-a", "1,2"),
                            entry("location", origin.url("/there")),
                            entry("content-length", "5"));
            assertThat(result.headers().redirect()).isEmpty();
        }
    }

    @Test
    void asksAsTheSeedDoesButForTheRefererAndTheName() throws Exception {
        try (Origin origin = new Origin(Origin.ok(""))) {
            ae.httpGet(origin.url("/"), heard);
            heard.await();

            assertThat(origin.heads.remove().lines())
                    .containsExactlyInAnyOrder(
                            "GET / HTTP/1.1",
                            "Host: 127.0.0.1:" + origin.port(),
                            "TE: trailers",
                            "Connection: keep-alive, TE",
                            "User-Agent: Jackfield/0.1.0",
                            "");
        }
    }

    @Test
    void leavesOutWhatIsUndefAndWhatIsTheClients() throws Exception {
        try (Origin origin = new Origin(Origin.ok(""))) {
            HttpParameters parameters = HttpParameters.none()
                    .withoutHeader("TE")
                    .withoutHeader("User-agent")
                    .withHeader("connection", "x")
                    .withHeader("content-length", "7")
                    .withHeader("x-empty", "")
                    .withPersistent(false);
            ae.httpHead(origin.url("/"), parameters, heard);
            heard.await();

            assertThat(origin.heads.remove().lines())
                    .containsExactlyInAnyOrder(
                            "HEAD / HTTP/1.1",
                            "Host: 127.0.0.1:" + origin.port(),
                            "X-Empty: ",
                            "Connection: close",
                            "");
        }
    }

    @Test
    void saysWhatItsSettingsSay() throws Exception {
        try (Origin origin = new Origin(Origin.ok(""))) {
            ae.httpSettings(ae.httpSettings().withUserAgent("me").withReferer(true));
            ae.httpGet(origin.url("/a?secret#b").replace("//", "//user:secret@"), heard);
            heard.await();

            assertThat(origin.heads.remove().lines())
                    .contains("User-Agent: me", "Referer: " + origin.url("/a"))
                    .noneMatch(line -> line.contains("user:"));
        }
    }

    @Test
    void mergesTrailersButNotOverTheHeadNorWhatMeansNothingThere() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: head\r\n\r\n"
                + "5\r\nhello\r\n0\r\nX-A: tail\r\nX-T: 1\r\nX-T: 2\r\nSet-Cookie: a=1\r\nLocation: /\r\n\r\n";
        try (Origin origin = new Origin(answer)) {
            ae.httpGet(origin.url("/"), heard);

            assertThat(heard.await().headers())
                    .contains(entry("x-a", "head"), entry("x-t", "1,2"))
                    .doesNotContainKeys("set-cookie", "location");
        }
    }

    @Test
    void nestsRedirectsTheNewestOutermost() throws Exception {
        try (Origin origin = new Origin(Origin.found("/1"), Origin.found("2"), Origin.ok("final"))) {
            ae.httpGet(origin.url("/0"), heard);

            HttpHeaders last = heard.await().headers();
            HttpResult second = last.redirect().orElseThrow();
            HttpResult first = second.headers().redirect().orElseThrow();
            assertThat(last).contains(entry("URL", origin.url("/2")));
            assertThat(second.data().text()).isEqualTo("moved");
            assertThat(second.headers()).contains(entry("URL", origin.url("/1")), entry("location", origin.url("/2")));
            assertThat(first.headers()).contains(entry("URL", origin.url("/0")), entry("location", origin.url("/1")));
            assertThat(first.headers().redirect()).isEmpty();
        }
    }

    @Test
    void deliversTheRedirectWhereNoMoreAreFollowed() throws Exception {
        try (Origin origin = new Origin(Origin.found("/1"), Origin.found("/2"))) {
            ae.httpGet(origin.url("/0"), HttpParameters.none().withRecurse(1), heard);

            assertThat(heard.await().headers()).contains(entry("Status", "302"), entry("location", origin.url("/2")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://a.test/", "http:///x", "http://a.test:x/", "http://a\u0000.test/"})
    void tellsWhatIsNoUrlAsStatus599(String url) throws Exception {
        ae.httpGet(url, heard);

        HttpResult result = heard.await();
        assertThat(result.data().defined()).isFalse();
        assertThat(result.headers()).contains(entry("Status", "599"), entry("URL", url));
        assertThat(result.headers().get("Reason")).startsWith("Expected ");
    }

    @Test
    void refusesWhatWouldBreakTheMessage() throws Exception {
        ae.httpGet("http://a.test/", HttpParameters.none().withHeader("x", "1\r\ny: 2"), heard);

        assertThat(heard.await().headers()).contains(entry("Status", "599"));
    }

    @Test
    void neverCallsBackWithinTheCall() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        // A callback is on a loop: what it asks for cannot be answered before it has returned.
        ae.httpGet("none", (data, headers) -> {
            ae.httpGet("none", (inner, none) -> {
                order.add("called");
                done.complete(null);
            });
            order.add("returned");
        });
        done.get(10, TimeUnit.SECONDS);

        assertThat(order).containsExactly("returned", "called");
    }

    @Test
    void tellsARefusedConnectionAsStatus595() throws Exception {
        Origin gone = new Origin();
        gone.close();
        ae.httpGet(gone.url("/"), heard);

        HttpResult result = heard.await();
        assertThat(result.data()).isEqualTo(new HttpData.Undef());
        assertThat(result.headers()).contains(entry("Status", "595"), entry("URL", gone.url("/")));
    }

    @Test
    void keepsWhatCameBeforeABodyWasCutShort() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n";
        try (Origin origin = new Origin(answer)) {
            ae.httpGet(origin.url("/"), heard);

            assertThat(heard.await().headers())
                    .contains(
                            entry("Status", "597"),
                            entry("OrigStatus", "200"),
                            entry("OrigReason", "OK"),
                            entry("x-a", "1"));
        }
    }

    @Test
    void postsABody() throws Exception {
        try (Origin origin = new Origin(Origin.ok("thanks"))) {
            ae.httpPost(origin.url("/"), new byte[] {'x'}, heard);

            assertThat(heard.await().data().text()).isEqualTo("thanks");
            assertThat(origin.heads.remove().lines())
                    .contains("POST / HTTP/1.1", "Content-Length: 1", "Connection: close, TE");
        }
    }

    @Test
    void keepsConnectionsForTheSameFunctionAndSessionOnly() throws Exception {
        try (Origin origin =
                new Origin(Origin.ok("1"), Origin.ok("2"), Origin.ok("3"), Origin.ok("4"), Origin.ok("5"))) {
            List<String> asked = new CopyOnWriteArrayList<>();
            TcpConnectFunction function = (host, service, connectCb, prepareCb) -> {
                asked.add(host + " " + service);
                return ae.tcpConnect("127.0.0.1", Integer.toString(origin.port()), connectCb, prepareCb);
            };
            HttpParameters hooked = HttpParameters.none().withTcpConnect(function);
            get("http://a.test:81/", hooked);
            get("http://a.test:81/", HttpParameters.none().withTcpConnect(function));
            get("http://a.test:81/", hooked.withSessionid("s"));
            get("http://a.test:81/", hooked.withProxy(HttpProxy.of("p.test", 3128)));
            get("http://a.test:81/", hooked.withProxy(HttpProxy.of("p.test", 3128)));

            assertThat(asked).containsExactly("a.test 81", "a.test 81", "p.test 3128");
            assertThat(origin.connections()).isEqualTo(3);
        }
    }

    @Test
    void asksAProxyForTheWholeUrl() throws Exception {
        try (Origin proxy = new Origin(Origin.ok(""))) {
            ae.setProxy("http://user:secret@127.0.0.1:" + proxy.port());
            ae.httpGet("http://a.test/x", heard);
            heard.await();

            assertThat(proxy.heads.remove().lines())
                    .contains(
                            "GET http://a.test/x HTTP/1.1",
                            "Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=",
                            "Connection: TE");
        }
    }

    @Test
    void readsProxiesAsTheSeedDoes() {
        ae.setProxy("http://p.test");
        assertThat(ae.httpSettings().proxy()).isEqualTo(HttpProxy.of("p.test", 3128));
        ae.setProxy("");
        assertThat(ae.httpSettings().proxy()).isEqualTo(HttpProxy.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ae.setProxy("socks5://u:secret@p.test"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> HttpProxy.of("p.test", 1, "https"));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpProxy.of("", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpProxy.of("p.test", 65536));
    }

    @Test
    void keepsTheJarInStep() throws Exception {
        try (Origin origin = new Origin(Origin.ok("", "Set-Cookie: a=1; Path=/"), Origin.ok(""))) {
            Map<String, Object> jar = new LinkedHashMap<>(Map.of("version", 1, "old", Map.of()));
            HttpParameters parameters = HttpParameters.none().withCookieJar(jar);
            get(origin.url("/"), parameters);
            assertThat(jar).containsOnlyKeys("version", "127.0.0.1");
            get(origin.url("/"), parameters);

            origin.heads.remove();
            assertThat(origin.heads.remove().lines()).contains("Cookie: a=1");
            AnyEventHttp.cookieJarExpire(jar);
            assertThat(jar).containsOnlyKeys("version", "127.0.0.1");
            AnyEventHttp.cookieJarExpire(jar, true);
            assertThat(jar).isEqualTo(Map.of("version", 2));
        }
    }

    @Test
    void changesItsLimitsWithoutHarmToWhatIsUnderWay() throws Exception {
        try (Origin origin = new Origin(Origin.ok("1"), Origin.ok("2"))) {
            ae.httpGet(origin.url("/"), heard);
            ae.httpSettings(ae.httpSettings().withMaxPerHost(1).withPersistentTimeout(0.5));
            assertThat(heard.await().data().text()).isEqualTo("1");
            assertThat(get(origin.url("/"), HttpParameters.none()).data().text())
                    .isEqualTo("2");
            assertThat(ae.active()).isZero();
        }
    }

    @Test
    void writesAndReadsDates() {
        assertThat(AnyEventHttp.formatDate(784111777)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(AnyEventHttp.parseDate("Sunday, 06-Nov-94 08:49:37 GMT")).isEqualTo(OptionalLong.of(784111777));
        assertThat(AnyEventHttp.parseDate("yesterday")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AnyEventHttp.formatDate(Long.MAX_VALUE));
    }

    private HttpResult get(String url, HttpParameters parameters) throws Exception {
        Heard one = new Heard();
        ae.httpGet(url, parameters, one);
        return one.await();
    }
}
