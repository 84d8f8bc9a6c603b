package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which layers an https URL brings with it. */
class HttpsTest {
    static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(
            ClientOptions.defaults().withTimeout(Duration.ofSeconds(5)).withPlugWait(Duration.ZERO));

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void plugIn() {
        rule.panel().plug("tls", 0, new SpokenLayer(true));
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
    }

    @Test
    void theTlsLayerOfTheClientGoesOverTheRoute() throws Exception {
        try (RawServer server = answering(1)) {
            assertThat(get(https(server))).isEqualTo("hello");
            assertThat(heard).containsExactly("tls(high) 127.0.0.1:" + server.port() + " [http/1.1]");
        }
    }

    @Test
    void aProxyIsAskedForTheOriginAndTlsIsSpokenWithTheOrigin() throws Exception {
        try (RawServer server = answering(2)) {
            Request request =
                    Request.get("https://origin.test/").withRoute("plain > proxy(127.0.0.1:" + server.port() + ")");
            assertThat(get(request)).isEqualTo("hello");
            assertThat(heard)
                    .containsExactly(
                            "proxy(127.0.0.1:" + server.port() + ") origin.test:443 [http/1.1]",
                            "tls(high) origin.test:443 [http/1.1]");
        }
    }

    @Test
    void aRequestMayBringItsOwnTls() throws Exception {
        try (RawServer server = answering(1)) {
            assertThat(get(https(server).withTls(Link.parse("tls(low)")))).isEqualTo("hello");
            assertThat(heard).containsExactly("tls(low) 127.0.0.1:" + server.port() + " [http/1.1]");
        }
    }

    @Test
    void aRouteThatEncryptsByItselfGetsNoMoreOfIt() throws Exception {
        try (RawServer server = answering(1)) {
            Request request = https(server).withRoute("plain > tls(mine)").withTls(Link.parse("tls(low)"));
            assertThat(get(request)).isEqualTo("hello");
            assertThat(heard).containsExactly("tls(mine) 127.0.0.1:" + server.port() + " [http/1.1]");
        }
    }

    @Test
    void tlsToAProxyIsNotTlsToTheOrigin() throws Exception {
        try (RawServer server = answering(3)) {
            String proxy = "proxy(127.0.0.1:" + server.port() + ")";
            assertThat(get(Request.get("https://origin.test/").withRoute("plain > tls(high) > " + proxy)))
                    .isEqualTo("hello");
            assertThat(heard)
                    .containsExactly(
                            "tls(high) 127.0.0.1:" + server.port() + " [http/1.1]",
                            proxy + " origin.test:443 [http/1.1]",
                            "tls(high) origin.test:443 [http/1.1]");
        }
    }

    @Test
    void anHttpUrlGetsNone() throws Exception {
        try (RawServer server = answering(1)) {
            assertThat(get(Request.get("http://origin.test/")
                            .withRoute("plain > proxy(127.0.0.1:" + server.port() + ")")
                            .withTls(Link.parse("tls(low)"))))
                    .isEqualTo("hello");
            assertThat(heard).containsExactly("proxy(127.0.0.1:" + server.port() + ") origin.test:80 [http/1.1]");
        }
    }

    @Test
    void tlsGoesOverAConnectorOfOnesOwn() throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        try (RawServer server = answering(1)) {
            Connector own = (target, attempt) -> plain.connect(target, attempt);
            assertThat(get(https(server).withConnector(own))).isEqualTo("hello");
            assertThat(get(https(server).withConnector(own))).isEqualTo("hello");
            assertThat(heard).containsExactly("tls(high) 127.0.0.1:" + server.port() + " [http/1.1]");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theLastOfRouteAndConnectorCounts() throws Exception {
        Connector never = (target, attempt) -> new CompletableFuture<>();
        try (RawServer server = answering(1)) {
            assertThat(get(https(server).withConnector(never).withRoute(Route.parse("plain"))))
                    .isEqualTo("hello");
        }
    }

    @Test
    void whatDoesNotEncryptIsNotUsedForIt() {
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("https://a.test/").withTls(Link.of("proxy"))));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessage("Expected a layer that encrypts for an https URL, got proxy");
        failure = ClientRule.failure(rule.client()
                .send(Request.get("https://a.test/")
                        .withConnector((target, attempt) -> new CompletableFuture<>())
                        .withTls(Link.of("proxy"))));
        assertThat(failure).hasMessage("Expected a layer that encrypts for an https URL, got proxy");
    }

    @Test
    void saysWhichLayerIsMissing() {
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("https://a.test/").withTls(Link.of("quic"))));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure).hasMessageStartingWith("Expected a layer named \"quic\" on the panel, got only: ");
    }

    @Test
    void aLinkThatDislikesItsBracketsFailsThatRequestOnly() throws Exception {
        rule.panel().plug("bare", 0, (Layer) (below, target, attempt) -> CompletableFuture.completedFuture(below));
        try (RawServer server = answering(1)) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(https(server).withRoute("plain > bare(u:secret@127.0.0.1:1)")));
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure).hasMessageContaining("bare(u:***@127.0.0.1:1)");
            assertThat(get(https(server))).isEqualTo("hello");
        }
    }

    @Test
    void aBodyUpToTheEndOfTheConnectionIsIncompleteIfTheWireSaysItWasCutOff() throws Exception {
        Layer truncating = (below, target, attempt) -> {
            CompletableFuture<dev.jackfield.connector.Wire> done = new CompletableFuture<>();
            attempt.loop().execute(() -> done.complete(new TruncatedWire(below)));
            return done;
        };
        rule.panel().plug("cut", 0, truncating);
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\n\r\nhello")) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withRoute("plain > cut")));
            assertThat(failure.code()).isEqualTo(597);
            assertThat(failure).hasMessage("cut off");
            assertThat(get(Request.get(server.url()))).isEqualTo("hello");
        }
        try (RawServer server = RawServer.once(HELLO)) {
            assertThat(get(Request.get(server.url()).withRoute("plain > cut"))).isEqualTo("hello");
            rule.awaitReadings(Readings.ZERO);
        }
    }

    private RawServer answering(int handshakes) throws Exception {
        return new RawServer(peer -> {
            for (int i = 0; i < handshakes; i++) {
                heard.add(peer.line());
                peer.send("y");
            }
            while (!peer.request().isEmpty()) {
                peer.send(HELLO);
            }
        });
    }

    private static Request https(RawServer server) {
        return Request.get("https://127.0.0.1:" + server.port() + "/");
    }

    private String get(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS).text();
    }
}
