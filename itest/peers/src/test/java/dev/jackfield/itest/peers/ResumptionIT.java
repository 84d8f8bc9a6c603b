package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.certificates.TestPki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
