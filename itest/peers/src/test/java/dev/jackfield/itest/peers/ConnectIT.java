package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ProxyRefused;
import dev.jackfield.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tunnels through real proxies, by us and by curl: what becomes of a request is the same. */
class ConnectIT extends Behind {
    private static final byte[] FILE = "through the tunnel".getBytes();

    private static Nginx nginx;
    private static int port6;
    private static Squid basic;
    private static Squid digest;
    private static Microsocks microsocks;
    private static Tinyproxy tinyproxy;

    /** The proxies, and what curl has to be told about them. */
    enum Proxy {
        SQUID_BASIC("connect", "--proxy-basic"),
        SQUID_DIGEST("connect", "--proxy-digest"),
        SQUID_NOTHING_BUT_DIGEST("connect-digest", "--proxy-digest"),
        TINYPROXY("connect", "--proxy-basic");

        private final String layer;
        private final String curl;

        Proxy(String layer, String curl) {
            this.layer = layer;
            this.curl = curl;
        }

        int port() {
            return switch (this) {
                case SQUID_BASIC -> basic.port();
                case SQUID_DIGEST, SQUID_NOTHING_BUT_DIGEST -> digest.port();
                case TINYPROXY -> tinyproxy.port();
            };
        }

        String link(String credentials) {
            return layer + "(" + credentials + "127.0.0.1:" + port() + ")";
        }
    }

    /** Status of the proxy's refusal, or 200; status of the response, or 0; and its body. */
    private record Outcome(int proxy, int origin, String body) {}

    @BeforeAll
    static void start() throws IOException {
        Peers.require("nginx", Nginx.installed());
        Peers.require("squid", Squid.installed());
        Peers.require("tinyproxy", Tinyproxy.installed());
        Peers.require("microsocks", Microsocks.installed());
        Peers.require("curl", Curl.installed());
        port6 = Running.freePort();
        nginx = Nginx.start("", "listen [::1]:" + port6 + ";", Map.of("file", FILE));
        basic = Squid.start(Squid.Scheme.BASIC, "joe", "secret");
        digest = Squid.start(Squid.Scheme.DIGEST, "joe", "secret");
        microsocks = Microsocks.start();
        tinyproxy = Tinyproxy.start("joe", "secret", List.of(nginx.port(), port6, microsocks.port()));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {tinyproxy, microsocks, digest, basic, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void getsThrough(Proxy proxy) throws Exception {
        assertThat(both(proxy, "joe:secret@", nginx.url("/file")))
                .isEqualTo(new Outcome(200, 200, "through the tunnel"));
        assertThat(both(proxy, "joe:secret@", nginx.url("/missing")).origin()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void getsThroughToIpv6(Proxy proxy) throws Exception {
        assertThat(both(proxy, "joe:secret@", "http://[::1]:" + port6 + "/file"))
                .isEqualTo(new Outcome(200, 200, "through the tunnel"));
    }

    @ParameterizedTest
    @EnumSource
    void theProxyLooksNamesUp(Proxy proxy) throws Exception {
        assertThat(both(proxy, "joe:secret@", "http://localhost:" + nginx.port() + "/file")
                        .origin())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void wrongCredentials(Proxy proxy) throws Exception {
        // tinyproxy speaks as if it were the origin.
        Outcome refused = new Outcome(proxy == Proxy.TINYPROXY ? 401 : 407, 0, "");
        assertThat(both(proxy, "joe:wrong@", nginx.url("/file"))).isEqualTo(refused);
        assertThat(both(proxy, "jane:secret@", nginx.url("/file"))).isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource
    void noCredentials(Proxy proxy) throws Exception {
        assertThat(both(proxy, "", nginx.url("/file"))).isEqualTo(new Outcome(407, 0, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aPortThatIsNotAllowed(Proxy proxy) throws Exception {
        assertThat(both(proxy, "joe:secret@", "http://127.0.0.1:1/")).isEqualTo(new Outcome(403, 0, ""));
    }

    @Test
    void aRefusalTellsWhoAndWhy() throws Exception {
        HopFailure failure = failure(nginx.url("/file"), "plain > " + Proxy.SQUID_DIGEST.link("joe:wrong@"));
        assertThat(failure.hop().number()).isEqualTo(2);
        assertThat(failure)
                .hasMessageStartingWith("hop 2 of 2, connect(joe:***@127.0.0.1:" + digest.port() + ") to ")
                .hasMessageEndingWith(
                        "got 407 Proxy Authentication Required: it does not accept the credentials of user"
                                + " \"joe\"");
        ProxyRefused refused = (ProxyRefused) failure.getCause();
        assertThat(refused.head().headers().first("x-squid-error")).contains("ERR_CACHE_ACCESS_DENIED 0");
    }

    @Test
    void digestAnswersInAdvanceAsLongAsTheNonceIsGood() throws Exception {
        String route = "plain > " + Proxy.SQUID_NOTHING_BUT_DIGEST.link("joe:secret@");
        long before =
                digest.log().stream().filter(line -> line.startsWith("407 ")).count();
        for (int i = 0; i < 2 * Squid.NONCE_USES; i++) {
            // Another connector each time, so that there is another tunnel each time.
            assertThat(get(nginx.url("/file"), panel.connector(Route.parse(route)))
                            .body())
                    .isEqualTo(FILE);
        }
        long challenges =
                digest.log().stream().filter(line -> line.startsWith("407 ")).count() - before;
        assertThat(challenges).isBetween(2L, 3L);
    }

    @Test
    void proxiesBehindProxies() throws Exception {
        String route = String.join(
                " > ",
                "plain",
                Proxy.SQUID_DIGEST.link("joe:secret@"),
                Proxy.TINYPROXY.link("joe:secret@"),
                "socks5(" + local(microsocks.port()) + ")",
                Proxy.SQUID_BASIC.link("joe:secret@"));
        assertThat(get(nginx.url("/file"), route).body()).isEqualTo(FILE);
        assertThat(microsocks.log().toString()).contains("connected to 127.0.0.1:" + basic.port());

        HopFailure failure = failure("http://127.0.0.1:1/", route);
        assertThat(failure.hop().number()).isEqualTo(5);
        assertThat(failure).hasMessageEndingWith("got 403 Forbidden");
    }

    private Outcome both(Proxy proxy, String credentials, String url) throws Exception {
        Outcome ours = ours("plain > " + proxy.link(credentials), url);
        assertThat(curls(proxy, credentials, url)).isEqualTo(ours);
        return ours;
    }

    private Outcome ours(String route, String url) throws Exception {
        try {
            Response response = get(url, route);
            return new Outcome(200, response.status(), response.status() == 200 ? response.text() : "");
        } catch (ExecutionException e) {
            ProxyRefused refused = (ProxyRefused) e.getCause().getCause().getCause();
            return new Outcome(refused.head().status(), 0, "");
        }
    }

    private static Outcome curls(Proxy proxy, String credentials, String url) throws Exception {
        String printed = Curl.run(
                proxy.curl,
                "--proxytunnel",
                "--proxy",
                "http://" + credentials + "127.0.0.1:" + proxy.port(),
                "--globoff",
                "--write-out",
                "\n%{http_connect} %{http_code}",
                url);
        String[] codes = printed.substring(printed.lastIndexOf('\n') + 1).split(" ");
        int origin = Integer.parseInt(codes[1]);
        String body = origin == 200 ? printed.substring(0, printed.lastIndexOf('\n')) : "";
        return new Outcome(Integer.parseInt(codes[0]), origin, body);
    }
}
