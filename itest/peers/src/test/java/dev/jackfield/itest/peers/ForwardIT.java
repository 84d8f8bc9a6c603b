package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.Routes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that a real tinyproxy, or a real squid, forwards to a real nginx. */
class ForwardIT extends Behind {
    private static final byte[] LARGE = new byte[1 << 20];

    private static Nginx nginx;
    private static Tinyproxy proxy;

    @BeforeAll
    static void start() throws IOException {
        Peers.require("nginx", Nginx.installed());
        Peers.require("tinyproxy", Tinyproxy.installed());
        Peers.require("squid", Squid.installed());
        Arrays.fill(LARGE, (byte) 'x');
        String server = """
                location /told { return 200 "$request_method $request_uri $http_host [$http_proxy_authorization]"; }
                """;
        nginx = Nginx.start("", server, Map.of("large", LARGE));
        proxy = Tinyproxy.start("joe", "secret", List.of());
    }

    @AfterAll
    static void stop() throws IOException {
        proxy.close();
        nginx.close();
    }

    @Test
    void theOriginHearsWhatItHearsWithoutAProxy() throws Exception {
        String direct = get(nginx.url("/told?a=b"), "plain").text();
        assertThat(direct).isEqualTo("GET /told?a=b 127.0.0.1:" + nginx.port() + " []");
        assertThat(get(nginx.url("/told?a=b#c"), forward("joe:secret@")).text()).isEqualTo(direct);
    }

    @Test
    void theProxyLooksNamesUp() throws Exception {
        assertThat(get("http://localhost:" + nginx.port() + "/told", forward("joe:secret@"))
                        .text())
                .isEqualTo("GET /told localhost:" + nginx.port() + " []");
    }

    @Test
    void carriesBodiesBothWays() throws Exception {
        Response response = get(nginx.url("/large"), forward("joe:secret@"));
        assertThat(response.body()).isEqualTo(LARGE);
        Request post = Request.post(nginx.url("/told"), LARGE).withRoute(forward("joe:secret@"));
        assertThat(get(post).text()).startsWith("POST /told");
    }

    @Test
    void aProxyThatDoesNotKnowUsAnswersForItself() throws Exception {
        assertThat(get(nginx.url("/told"), forward("")).status()).isEqualTo(407);
        assertThat(get(nginx.url("/told"), forward("joe:wrong@")).status()).isIn(401, 407);
    }

    @Test
    void answersWhatSquidAsksByDigest() throws Exception {
        try (Squid squid = Squid.start(Squid.Scheme.DIGEST, "joe", "secret")) {
            String route = "plain > forward(joe:secret@" + local(squid.port()) + ")";
            // Often enough for its nonces to get too old.
            for (int i = 0; i < 3 * Squid.NONCE_USES; i++) {
                Response response = get(nginx.url("/told?" + i), route);
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text()).startsWith("GET /told?" + i + " ").endsWith("[]");
            }
            Request post = Request.post(nginx.url("/told"), LARGE).withRoute(route);
            assertThat(get(post).text()).startsWith("POST /told");
            String wrong = "plain > forward(joe:wrong@" + local(squid.port()) + ")";
            assertThat(get(nginx.url("/told"), wrong).status()).isEqualTo(407);
        }
    }

    @Test
    void theEnvironmentNamesIt() throws Exception {
        Routes routes = Routes.ofEnvironment(Map.of("http_proxy", "http://joe:secret@" + local(proxy.port())));
        Request request = Request.get(nginx.url("/told"));
        assertThat(get(request.withRoute(routes.route(request.url()))).status()).isEqualTo(200);
    }

    private static String forward(String credentials) {
        return "plain > forward(" + credentials + local(proxy.port()) + ")";
    }
}
