package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A kept connection serves requests of the very same route only: no proxy for another, no user for another. */
class RouteReuseTest {
    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults()
            .withTimeout(Duration.ofSeconds(5))
            .withMaxPerHost(20)
            .withIdle(Duration.ofMinutes(1))
            .withPlugWait(Duration.ZERO));

    @BeforeEach
    void plugIn() {
        rule.panel().plug("tls", 0, new SpokenLayer(true));
        rule.panel().plug("proxy", 0, new SpokenLayer(false));
    }

    @Test
    void everyRouteHasItsOwnConnections() throws Exception {
        try (RawServer server = listening()) {
            String here = "127.0.0.1:" + server.port();
            Request request = Request.get("http://" + here + "/");
            List<Request> different = List.of(
                    request,
                    request.withRoute("plain > proxy"),
                    request.withRoute("plain > proxy(" + here + ")"),
                    request.withRoute("plain > proxy(localhost:" + server.port() + ")"),
                    request.withRoute("plain > proxy(a@" + here + ")"),
                    request.withRoute("plain > proxy(b@" + here + ")"),
                    request.withRoute("plain > proxy(a:x@" + here + ")"),
                    request.withRoute("plain > proxy(a:y@" + here + ")"),
                    request.withRoute("plain > proxy(" + here + ") > proxy"),
                    request.withRoute("plain > forward(" + here + ")"),
                    request.withRoute("plain > forward(a:x@" + here + ")"),
                    request.withRoute("plain > forward(a:y@" + here + ")"),
                    request.withConnector(rule.panel().connector(Route.parse("plain"))),
                    request.withConnector(rule.panel().connector(Route.parse("plain"))));
            keepsThemApart(server, different);
        }
    }

    @Test
    void everyWayToEncryptHasItsOwnConnections() throws Exception {
        try (RawServer server = listening()) {
            String here = "127.0.0.1:" + server.port();
            Request request = Request.get("https://" + here + "/");
            List<Request> different = List.of(
                    request,
                    request.withTls(Link.parse("tls(low)")),
                    request.withTls(Link.parse("tls")),
                    request.withRoute("plain > tls(own)"),
                    request.withRoute("plain > proxy(" + here + ")"),
                    request.withRoute("plain > proxy(" + here + ")").withTls(Link.parse("tls(low)")),
                    request.withConnector(
                            rule.panel().connector("plain").orElseThrow().plugged()));
            keepsThemApart(server, different);
            // The same in other words.
            get(request.withTls(Link.parse("tls(high)")));
            get(request.withRoute("plain"));
            get(request.withRoute("plain > tls(high)"));
            assertThat(server.connections()).isEqualTo(different.size());
        }
    }

    private void keepsThemApart(RawServer server, List<Request> different) throws Exception {
        for (int at = 0; at < different.size(); at++) {
            get(different.get(at));
            assertThat(server.connections()).as(at + " in vain").isEqualTo(at + 1);
        }
        for (Request request : different) {
            get(request);
        }
        assertThat(server.connections()).isEqualTo(different.size());
    }

    private void get(Request request) throws Exception {
        assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).text()).isEqualTo("hello");
    }

    private RawServer listening() throws Exception {
        return new RawServer(peer -> {
            String line = peer.line();
            while (!line.isEmpty()) {
                if (line.endsWith("[http/1.1]")) {
                    peer.send("y");
                } else {
                    peer.request();
                    peer.send(HttpsTest.HELLO);
                }
                line = peer.line();
            }
        });
    }
}
