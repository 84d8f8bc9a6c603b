package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Route;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever breaks down on the way says at which hop, and leaves nothing open. */
class HopTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @RegisterExtension
    final ClientRule rule =
            new ClientRule(ClientOptions.defaults().withTimeout(LIMIT).withPlugWait(Duration.ZERO));

    @BeforeEach
    void plugIn() {
        rule.panel().plug("tls", 0, new SpokenLayer(true));
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
        rule.panel().plug("mute", 0, (Layer) (below, target, attempt) -> new CompletableFuture<>());
    }

    @Test
    void aProxyThatRefusesIsATroubleOfConnecting() throws Exception {
        try (RawServer server = answering("n")) {
            HttpFailure failure = failure(server, "plain > proxy(127.0.0.1:%d)");
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure)
                    .hasMessage("hop 2 of 3, proxy(127.0.0.1:" + server.port()
                            + ") to origin.test:443: refused, in one octet")
                    .hasCauseInstanceOf(HopFailure.class);
        }
    }

    @Test
    void soIsTlsToAProxy() throws Exception {
        try (RawServer server = answering("n")) {
            HttpFailure failure = failure(server, "plain > tls(high) > proxy(127.0.0.1:%d)");
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure).hasMessageStartingWith("hop 2 of 4, tls(high) to 127.0.0.1:" + server.port() + ": ");
        }
    }

    @Test
    void tlsToTheOriginIsAPhaseOfItsOwn() throws Exception {
        try (RawServer server = answering("yn")) {
            HttpFailure failure = failure(server, "plain > proxy(127.0.0.1:%d)");
            assertThat(failure.phase()).isEqualTo(Phase.TLS);
            assertThat(failure.code()).isEqualTo(596);
            assertThat(failure).hasMessage("hop 3 of 3, tls(high) to origin.test:443: refused, in one octet");
        }
    }

    @Test
    void theFirstHopMayBreakDown() {
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("https://a.test/").withRoute("plain > proxy(127.0.0.1:1)")));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure).hasMessageStartingWith("hop 1 of 3, plain to 127.0.0.1:1: ");
    }

    @Test
    void hopsOfAConnectorOfOnesOwnAreTroublesOfConnecting() throws Exception {
        try (RawServer server = answering("n")) {
            Route nested = Route.parse("plain > tls(high)");
            HttpFailure failure = ClientRule.failure(rule.client()
                    .send(Request.get("https://127.0.0.1:" + server.port() + "/")
                            .withConnector(rule.panel().connector(nested))));
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure).hasMessageStartingWith("hop 1 of 2, own to 127.0.0.1:");
        }
    }

    @Test
    void givesUpOnASilentProxyAndOnASilentOrigin() throws Exception {
        try (RawServer server = answering("")) {
            HttpFailure failure = failure(server, "plain > proxy(127.0.0.1:%d)");
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure)
                    .hasMessage("hop 2 of 3, proxy(127.0.0.1:" + server.port()
                            + ") to origin.test:443: Expected an end of the handshake within 300 ms, got none")
                    .hasCauseInstanceOf(TimeoutException.class)
                    .hasRootCauseMessage("Expected an end of the handshake within 300 ms, got none");
        }
        try (RawServer server = answering("y")) {
            HttpFailure failure = failure(server, "plain > proxy(127.0.0.1:%d)");
            assertThat(failure.phase()).isEqualTo(Phase.TLS);
            assertThat(failure).hasMessageStartingWith("hop 3 of 3, tls(high) to origin.test:443: Expected an end");
        }
    }

    @Test
    void everyHandshakeHasTheWholeLimit() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            for (int hop = 0; hop < 5; hop++) {
                peer.line();
                try {
                    never.get(200, TimeUnit.MILLISECONDS);
                } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                    peer.send("y");
                }
            }
            peer.request();
            peer.send(HttpsTest.HELLO);
        })) {
            Request request = Request.get("https://origin.test/")
                    .withRoute("plain > proxy(127.0.0.1:" + server.port() + ") > proxy > proxy > proxy");
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text())
                    .isEqualTo("hello");
        }
    }

    @Test
    void theDeadlineSaysWhereItStood() throws Exception {
        try (RawServer server = answering("y")) {
            HttpFailure failure = ClientRule.failure(rule.client()
                    .send(Request.get("https://origin.test/")
                            .withRoute("plain > proxy(127.0.0.1:" + server.port() + ")")
                            .withTimeout(Duration.ofSeconds(9))
                            .withDeadline(LIMIT)));
            assertThat(failure.phase()).isEqualTo(Phase.TLS);
            assertThat(failure)
                    .hasMessage("Expected an end within the deadline of 300 ms, got none; it stood at hop 3 of 3,"
                            + " tls(high) to origin.test:443")
                    .hasCauseInstanceOf(TimeoutException.class);
            awaitNoChannels();
        }
    }

    @Test
    void ourOwnPatienceSaysWhereItStood() throws Exception {
        // A connector that never completes, below a layer.
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("https://a.test/").withConnector((target, attempt) -> new CompletableFuture<>())));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure)
                .hasMessage("Expected a connection to a.test within 300 ms, got none; it stood at hop 1 of 2, own to"
                        + " a.test:443");
    }

    @Test
    void cancellingFreesWhateverStandsAtAHop() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.line();
            arrived.countDown();
            peer.awaitEnd();
        })) {
            for (String layer : new String[] {"proxy", "proxy(127.0.0.1:" + server.port() + ") > mute"}) {
                CompletableFuture<Response> future = rule.client()
                        .send(Request.get("http://127.0.0.1:" + server.port() + "/")
                                .withTimeout(Duration.ofSeconds(60))
                                .withRoute("plain > " + layer));
                assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
                future.cancel(true);
                rule.awaitReadings(Readings.ZERO);
                awaitNoChannels();
            }
        }
    }

    private void awaitNoChannels() {
        new BackAtZero(() -> Map.of("channels", rule.loops().load().channels())).check();
    }

    private HttpFailure failure(RawServer server, String route) {
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("https://origin.test/").withRoute(String.format(route, server.port()))));
        awaitNoChannels();
        rule.awaitReadings(Readings.ZERO);
        return failure;
    }

    /** Answers one handshake by each of these octets, then nothing more. */
    private static RawServer answering(String octets) throws Exception {
        return new RawServer(peer -> {
            for (int at = 0; at < octets.length(); at++) {
                peer.line();
                peer.send(octets.substring(at, at + 1));
            }
            peer.awaitEnd();
        });
    }
}
