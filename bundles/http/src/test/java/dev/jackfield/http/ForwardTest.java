package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By way of a proxy that is asked for the whole URL (RFC 9112 section 3.2.2). */
class ForwardTest {
    /** {@code user:pass} and, of RFC 7617 section 2, {@code Aladdin:open sesame}. */
    private static final String ALADDIN = "Proxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withUserAgent("")
            .withTimeout(Duration.ofSeconds(5))
            .withPlugWait(Duration.ZERO));

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void plugIn() {
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
        rule.panel().plug("tls", 0, new SpokenLayer(true));
    }

    @Test
    void theProxyIsAskedInAbsoluteForm() throws Exception {
        try (RawServer proxy = listening()) {
            String route = "plain > forward(127.0.0.1:" + proxy.port() + ")";
            send(Request.get("HTTP://me:secret@Origin.test/a?b#c").withRoute(route));
            send(Request.get("http://origin.test:8080").withRoute(route));
            assertThat(heard)
                    .containsExactly(
                            "GET http://origin.test/a?b HTTP/1.1\r\nHost: origin.test\r\n\r\n",
                            "GET http://origin.test:8080/ HTTP/1.1\r\nHost: origin.test:8080\r\n\r\n");
        }
    }

    @Test
    void aHostOfTheCallersOwnIsNotForTheProxy() throws Exception {
        try (RawServer proxy = listening()) {
            Request request = Request.get("http://origin.test/").withHeader("Host", "other.test");
            send(request.withRoute("plain > forward(127.0.0.1:" + proxy.port() + ")"));
            send(request.withRoute("plain > proxy(127.0.0.1:" + proxy.port() + ")"));
            assertThat(heard)
                    .containsExactly(
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: other.test\r\n\r\n");
        }
    }

    @Test
    void theProxyGetsTheCredentialsOfItsLinkWithEveryRequest() throws Exception {
        try (RawServer proxy = listening()) {
            Request request = Request.get("http://origin.test/")
                    .withRoute("plain > forward(Aladdin:open%20sesame@127.0.0.1:" + proxy.port() + ")");
            send(request);
            send(request);
            send(request.withHeader("Proxy-Authorization", "Other x"));
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(heard)
                    .containsExactly(
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n" + ALADDIN + "\r\n",
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n" + ALADDIN + "\r\n",
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n"
                                    + "Proxy-Authorization: Other x\r\n\r\n");
        }
    }

    @Test
    void nobodyElseGetsThem() throws Exception {
        try (RawServer server = listening()) {
            Request request =
                    Request.get("http://127.0.0.1:" + server.port() + "/").withHeader("Proxy-Authorization", "Basic x");
            String through = "plain > proxy(127.0.0.1:" + server.port() + ")";
            send(request);
            send(request.withRoute(through));
            send(request.withRoute("plain > forward(127.0.0.1:" + server.port() + ")"));
            send(request);
            assertThat(heard).hasSize(4);
            assertThat(heard.get(0)).startsWith("GET / ").doesNotContain("Basic");
            assertThat(heard.get(1)).startsWith("GET / ").doesNotContain("Basic");
            assertThat(heard.get(2)).startsWith("GET http://").contains("\r\nProxy-Authorization: Basic x\r\n");
            assertThat(heard.get(3)).startsWith("GET / ").doesNotContain("Basic");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aConnectorOfOnesOwnMayLeadToAProxy() throws Exception {
        try (RawServer proxy = listening()) {
            Route route = Route.parse("plain > forward(Aladdin:open%20sesame@127.0.0.1:" + proxy.port() + ")");
            send(Request.get("http://origin.test/").withConnector(rule.panel().connector(route)));
            assertThat(heard.get(0))
                    .startsWith("GET http://origin.test/ HTTP/1.1\r\n")
                    .contains(ALADDIN);
        }
    }

    @Test
    void routesOfARequestAreChosenByItsOrigin() throws Exception {
        try (RawServer proxy = listening()) {
            Routes routes = byScheme(proxy);
            send(Request.get("http://origin.test/").withRoutes(routes));
            send(Request.get("https://origin.test/").withRoutes(routes));
            assertThat(heard)
                    .containsExactly(
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: origin.test\r\n\r\n");
        }
    }

    @Test
    void aConnectorOfOnesOwnTakesThePlaceOfTheFirstLink() throws Exception {
        try (RawServer proxy = listening()) {
            List<HostPort> asked = new CopyOnWriteArrayList<>();
            Connector plain = rule.panel().connector(Routes.DIRECT);
            Connector own = (target, attempt) -> {
                asked.add(target);
                return plain.connect(target, attempt);
            };
            send(Request.get("http://origin.test/").withConnector(own, byScheme(proxy)));
            send(Request.get("https://origin.test/").withConnector(own, byScheme(proxy)));
            HostPort address = HostPort.of("127.0.0.1", proxy.port());
            assertThat(asked).containsExactly(address, address);
            assertThat(heard)
                    .containsExactly(
                            "GET http://origin.test/ HTTP/1.1\r\nHost: origin.test\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: origin.test\r\n\r\n");
        }
    }

    @Test
    void whatIsSaidOverTlsIsNotSaidToTheProxy() throws Exception {
        try (RawServer proxy = listening()) {
            Route route = Route.parse("plain > forward(Aladdin:open%20sesame@127.0.0.1:" + proxy.port() + ")");
            send(Request.get("https://origin.test/").withConnector(rule.panel().connector(route)));
            assertThat(heard).containsExactly("GET / HTTP/1.1\r\nHost: origin.test\r\n\r\n");
        }
    }

    @Test
    void anHttpsUrlIsNotForwarded() {
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("https://origin.test/").withRoute("plain > forward(u:secret@127.0.0.1:1)")));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure)
                .hasMessage("Expected a route that leads to the origin, as by connect, for an https URL, got plain >"
                        + " forward(u:***@127.0.0.1:1), whose forward is for http URLs only");
    }

    @Test
    void forwardingIsTheLastThing() {
        HttpFailure failure = ClientRule.failure(rule.client()
                .send(Request.get("http://origin.test/").withRoute("plain > forward(127.0.0.1:1) > proxy")));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure)
                .hasMessage("Expected forward as the last link of a route, got plain > forward(127.0.0.1:1) > proxy");
    }

    @Test
    void saysWhichBracketsItCanUse() {
        assertThat(failure("plain > forward(high)"))
                .hasMessage("Expected forward with the address of a proxy in brackets, as in"
                        + " forward(proxy.example:3128), got forward(high)");
        assertThat(failure("plain > forward(a%3Ab:secret@127.0.0.1:1)"))
                .hasMessage("Expected a user without a colon (RFC 7617 section 2), got one with it");
    }

    private HttpFailure failure(String route) {
        return ClientRule.failure(
                rule.client().send(Request.get("http://origin.test/").withRoute(route)));
    }

    private static Routes byScheme(RawServer proxy) {
        String address = "(127.0.0.1:" + proxy.port() + ")";
        return Routes.parse("https://* = plain > proxy" + address + " > tls\n* = plain > forward" + address);
    }

    private void send(Request request) throws Exception {
        assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
    }

    /** Answers handshakes and requests. */
    private RawServer listening() throws Exception {
        return new RawServer(peer -> {
            String line = peer.line();
            while (!line.isEmpty()) {
                if (line.endsWith("[http/1.1]")) {
                    peer.send("y");
                } else {
                    heard.add(line + "\n" + peer.request());
                    peer.send(HttpsTest.HELLO);
                }
                line = peer.line();
            }
        });
    }
}
