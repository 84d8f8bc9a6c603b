package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.RequestLedger.Step;
import dev.jackfield.http.RequestLedger.Times;
import dev.jackfield.http.RequestLedger.Why;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.LoopbackPeer;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a request afterwards. */
class LedgerTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String AWAY = "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withPlugWait(Duration.ZERO));

    @Test
    void tellsHowAConnectionWasMadeAndThatTheNextRequestUsedItAgain() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        try (RawServer server = RawServer.answering(HELLO)) {
            Response response = send(Request.get(server.url() + "a?b#c"));
            Step first = only(response.ledger());
            assertThat(response.ledger().begin()).isBetween(before, Instant.now());
            assertThat(first.why()).isEqualTo(Why.ASKED);
            assertThat(first.method()).isEqualTo("GET");
            assertThat(first.url()).isEqualTo(server.url() + "a?b");
            assertThat(first.route()).isEqualTo("plain");
            assertThat(first.outcome()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(first.plugs()).singleElement().satisfies(plug -> {
                assertThat(plug.name()).isEqualTo("plain");
                assertThat(plug.generation()).isPositive();
                assertThat(plug.owner()).endsWith("PlainService");
            });
            assertThat(first.pooling().orElseThrow().reused()).isFalse();
            assertThat(first.pooling().orElseThrow().requests()).isZero();
            Ledger tried = first.connecting().orElseThrow().tried().orElseThrow();
            assertThat(tried.tried()).singleElement().matches(Ledger.Tried::connected);
            assertThat(tried.answers()).hasSize(1);
            assertThat(first.encryption()).isEmpty();
            assertThat(first.peer().orElseThrow()).isInstanceOf(InetSocketAddress.class);
            Times times = first.times();
            assertThat(List.of(times.begun(), times.connecting(), times.sending(), times.head(), times.end()))
                    .isSorted()
                    .allMatch(time -> time >= 0);

            Step second = only(send(Request.get(server.url())).ledger());
            assertThat(second.pooling().orElseThrow().reused()).isTrue();
            assertThat(second.pooling().orElseThrow().requests()).isEqualTo(1);
            assertThat(second.pooling().orElseThrow().age()).isPositive();
            assertThat(second.connecting()).isEmpty();
            assertThat(second.times().connecting()).isEqualTo(-1);
            assertThat(second.plugs()).isEqualTo(first.plugs());
        }
    }

    @Test
    void tellsTheHopsOfARouteAndNoPassword() throws Exception {
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
        try (RawServer server = new RawServer(peer -> {
            peer.line();
            peer.send("y");
            peer.request();
            peer.send(HELLO);
            peer.awaitEnd();
        })) {
            Step step = only(send(Request.get(server.url())
                            .withRoute("plain > proxy(me:secret@127.0.0.1:" + server.port() + ")"))
                    .ledger());
            assertThat(step.plugs()).extracting(RequestLedger.Plugged::name).containsExactly("plain", "proxy");
            var hops = step.connecting().orElseThrow().hops();
            assertThat(hops).hasSize(2);
            assertThat(hops.get(0).begin()).isBetween(0L, hops.get(1).begin());
            assertThat(hops.get(1).hop()).startsWith("hop 2 of 2, proxy(me:***@127.0.0.1");
            assertThat(step.toString()).contains("proxy(me:***@127.0.0.1").doesNotContain("secret");
        }
    }

    @Test
    void tellsWhatEncrypts() throws Exception {
        SSLSession session = SSLContext.getDefault().createSSLEngine().getSession();
        Layer tls = new Layer() {
            @Override
            public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
                CompletableFuture<Wire> done = new CompletableFuture<>();
                Wire wire = new ForwardingWire() {
                    @Override
                    public Wire below() {
                        return below;
                    }

                    @Override
                    public <T> Optional<T> beneath(Class<T> type) {
                        return type == SSLSession.class ? Optional.of(type.cast(session)) : below.beneath(type);
                    }
                };
                attempt.loop().execute(() -> done.complete(wire));
                return done;
            }

            @Override
            public boolean encrypts() {
                return true;
            }

            @Override
            public Layer configured(Link link) {
                return this;
            }
        };
        rule.panel().plug("tls", 1, tls);
        try (RawServer server = RawServer.answering(HELLO)) {
            Step step = only(send(Request.get("https://127.0.0.1:" + server.port() + "/"))
                    .ledger());
            assertThat(step.route()).isEqualTo("plain > tls(high)");
            assertThat(step.encryption().orElseThrow())
                    .isEqualTo(new RequestLedger.Encryption(session.getProtocol(), session.getCipherSuite()));
        }
    }

    @Test
    void tellsRedirects() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send(AWAY);
            peer.request();
            peer.send(HELLO);
            peer.awaitEnd();
        })) {
            Response response = send(Request.get(server.url()));
            List<Step> steps = response.ledger().steps();
            assertThat(steps).extracting(Step::why).containsExactly(Why.ASKED, Why.REDIRECT);
            assertThat(steps).extracting(Step::url).containsExactly(server.url(), server.url() + "there");
            assertThat(steps).extracting(Step::outcome).containsExactly("HTTP/1.1 302 Found", "HTTP/1.1 200 OK");
            assertThat(steps.get(0).times().end())
                    .isLessThanOrEqualTo(steps.get(1).times().begun());
            assertThat(response.redirects().get(0).ledger().steps()).hasSize(1);
        }
    }

    @Test
    void tellsRetriesAndFailures() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            if (peer.number() == 1) {
                peer.send(HELLO);
                peer.request();
            }
        })) {
            send(Request.get(server.url()));
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            List<Step> steps = failure.ledger().steps();
            assertThat(steps).extracting(Step::why).containsExactly(Why.ASKED, Why.RETRY);
            assertThat(steps.get(0).pooling().orElseThrow().reused()).isTrue();
            assertThat(steps.get(0).outcome()).isEqualTo("Expected a response, got the end of the connection");
            assertThat(steps.get(1).pooling().orElseThrow().reused()).isFalse();
            assertThat(steps.get(1).outcome()).isEqualTo(failure.getMessage());
            assertThat(steps.get(1).times().head()).isEqualTo(-1);
            assertThat(steps.get(1).times().end()).isPositive();
        }
    }

    @Test
    void tellsChallenges() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 407 Who\r\nProxy-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n"
                    + "Content-Length: 0\r\n\r\n");
            peer.request();
            peer.send(HELLO);
            peer.awaitEnd();
        })) {
            Response response = send(Request.get("http://origin.test/")
                    .withRoute("plain > forward(me:secret@127.0.0.1:" + server.port() + ")"));
            assertThat(response.ledger().steps()).extracting(Step::why).containsExactly(Why.ASKED, Why.CHALLENGE);
        }
    }

    @Test
    void tellsWhatWasTriedInVain() throws Exception {
        int port = LoopbackPeer.refusing().port();
        HttpFailure failure = ClientRule.failure(rule.client().get("http://127.0.0.1:" + port + "/"));
        Step step = only(failure.ledger());
        assertThat(step.route()).isEqualTo("plain");
        assertThat(step.pooling()).isEmpty();
        assertThat(step.peer()).isEmpty();
        assertThat(step.connecting().orElseThrow().tried().orElseThrow().tried())
                .singleElement()
                .hasToString("127.0.0.1:" + port + ": Connection refused");
        assertThat(step.times().connecting()).isNotNegative();
        assertThat(step.times().sending()).isEqualTo(-1);
        assertThat(step.outcome()).isEqualTo(failure.getMessage());
    }

    @Test
    void tellsOfARequestThatNeverGotAWay() {
        HttpFailure failure = ClientRule.failure(
                rule.client().send(Request.get("http://origin.test/").withRoute("nothing")));
        Step step = only(failure.ledger());
        assertThat(step.route()).isEmpty();
        assertThat(step.plugs()).isEmpty();
        assertThat(step.connecting()).isEmpty();
        assertThat(step.outcome()).startsWith("Expected a connector named \"nothing\"");
        assertThat(ClientRule.failure(rule.client().get("no URL")).ledger().steps())
                .isEmpty();
    }

    @Test
    void isOnEverythingElseThatComesOfARequest(@TempDir Path directory) throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            StreamedResponse streamed =
                    rule.client().stream(Request.get(server.url())).get(5, TimeUnit.SECONDS);
            assertThat(only(streamed.ledger()).outcome()).isEqualTo("HTTP/1.1 200 OK");
            streamed.body().subscribe(new Collected(Long.MAX_VALUE));
            streamed.trailers().toCompletableFuture().get(5, TimeUnit.SECONDS);
            assertThat(only(streamed.ledger()).times().end()).isPositive();

            Handover handover = rule.client().open(Request.get(server.url())).get(5, TimeUnit.SECONDS);
            handover.wire().loop().execute(handover.wire()::close);
            assertThat(only(handover.ledger()).pooling().orElseThrow().reused()).isTrue();

            Path file = directory.resolve("file");
            DownloadOutcome outcome = rule.client()
                    .download(Download.of(Request.get(server.url()), file))
                    .get(5, TimeUnit.SECONDS);
            assertThat(Files.size(file)).isEqualTo(5);
            assertThat(only(outcome.ledger()).outcome()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void keepsNothingAliveThatWasPluggedIn() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            AtomicReference<WeakReference<Connector>> gone = new AtomicReference<>();
            Response response = sentByAnotherConnector(server, gone);
            rule.client().close();
            for (int i = 0; i < 50 && gone.get().get() != null; i++) {
                System.gc();
            }
            assertThat(gone.get().get()).isNull();
            assertThat(only(response.ledger()).plugs())
                    .extracting(RequestLedger.Plugged::name)
                    .containsExactly("own");
        }
    }

    private Response sentByAnotherConnector(RawServer server, AtomicReference<WeakReference<Connector>> held)
            throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        Connector own = (target, attempt) -> plain.connect(target, attempt);
        held.set(new WeakReference<>(own));
        Guard plug = rule.panel().plug("own", 0, own);
        try {
            return send(Request.get(server.url()).withRoute("own"));
        } finally {
            plug.close();
        }
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }

    private static Step only(RequestLedger ledger) {
        assertThat(ledger.steps()).hasSize(1);
        return ledger.steps().get(0);
    }
}
