package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that go on, by tickets or by what the server remembers. Both sides have to agree that they do. */
class ResumptionIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        PKI.server().writePem(folder, "server");
        String both = "ssl_protocols TLSv1.2 TLSv1.3; ";
        sites = new SecureSites(folder)
                .add("tickets", "server", both + "ssl_session_cache off; ssl_session_tickets on;")
                .add("memory", "server", both + "ssl_session_cache shared:memory:1m; ssl_session_tickets off;")
                .add("neither", "server", both + "ssl_session_cache off; ssl_session_tickets off;");
        nginx = sites.start(
                "log_format reused '$ssl_session_reused'; access_log access.log reused;",
                // Each request on a connection of its own.
                "keepalive_timeout 0; location /once { return 200 once; }",
                Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"tickets, TLSv1.2", "tickets, TLSv1.3", "memory, TLSv1.2", "memory, TLSv1.3"})
    void theSecondConnectionGoesOnWithTheSessionOfTheFirst(String site, String version) throws Exception {
        use(trusting(PKI).withProtocols(List.of(version)));
        assertThat(connections(site, 4)).containsExactly(false, true, true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void withResumptionOffEachConnectionIsNew(String version) throws Exception {
        use(trusting(PKI).withProtocols(List.of(version)).withResumption(false));
        assertThat(connections("tickets", 3)).containsOnly(false);
        assertThat(connections("memory", 3)).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerMayHaveNone(String version) throws Exception {
        use(trusting(PKI).withProtocols(List.of(version)));
        assertThat(connections("neither", 3)).containsOnly(false);
    }

    @Test
    void sessionsDoNotOutliveTheirProfile() throws Exception {
        use(trusting(PKI));
        assertThat(connections("tickets", 2)).containsExactly(false, true);
        use(trusting(PKI));
        assertThat(connections("tickets", 2)).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({"tickets, TLSv1.2", "tickets, TLSv1.3", "memory, TLSv1.2"})
    void theServerCannotTellThatSeveralAreOne(String site, String version) throws Exception {
        Peers.require("microsocks", Microsocks.installed());
        // The proxy looks names up, and knows this one.
        use(trusting(PKI).withProtocols(List.of(version)).withHostChecked(false));
        try (Microsocks socks = Microsocks.start();
                Loops more = Loops.create(1);
                HttpClient other = HttpClient.create(ClientOptions.defaults().withTls(OWN), more, panel)) {
            Request direct = Request.get("https://localhost:" + sites.port(site) + "/once");
            Request hidden = direct.withRoute("plain > socks5(127.0.0.1:" + socks.port() + ")");
            assertThat(resumed(client, direct)).isFalse();
            assertThat(resumed(client, hidden.withSession("tor"))).isFalse();
            assertThat(resumed(client, hidden)).isFalse();
            assertThat(resumed(client, direct.withSession("alice"))).isFalse();
            assertThat(resumed(client, direct.withSession("bob"))).isFalse();
            assertThat(resumed(other, direct)).isFalse();
            assertThat(resumed(client, hidden.withSession("tor"))).isTrue();
            assertThat(resumed(client, direct.withSession("alice"))).isTrue();
            assertThat(resumed(client, direct)).isTrue();
        }
    }

    private boolean resumed(HttpClient by, Request request) throws Exception {
        int logged = nginx.log().size();
        assertThat(by.send(request).get(20, TimeUnit.SECONDS).text()).isEqualTo("once");
        boolean here = handshake().resumed();
        nginx.awaitLog(logged + 1);
        assertThat(nginx.log().get(logged)).isEqualTo(here ? "r" : ".");
        return here;
    }

    /** Whether each of them was resumed. */
    private List<Boolean> connections(String site, int count) throws Exception {
        List<Boolean> here = new ArrayList<>();
        int logged = nginx.log().size();
        for (int i = 0; i < count; i++) {
            assertThat(get(sites.port(site), "/once").text()).isEqualTo("once");
            here.add(handshake().resumed());
            nginx.awaitLog(logged + i + 1);
        }
        List<String> there = nginx.log();
        assertThat(there.subList(logged, there.size()).stream().map("r"::equals).toList())
                .isEqualTo(here);
        return here;
    }
}
