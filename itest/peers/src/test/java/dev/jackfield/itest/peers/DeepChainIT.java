package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.itest.peers.Haproxy.Front;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real proxies of every kind one behind the other, round after round, and TLS within TLS within TLS. */
class DeepChainIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final byte[] LARGE = new byte[1024 * 1024];

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;
    private static Tinyproxy tinyproxy;
    private static Microsocks microsocks;
    private static Danted danted;
    private static Haproxy haproxy;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        Peers.require("haproxy", Haproxy.installed());
        Peers.require("tinyproxy", Tinyproxy.installed());
        Peers.require("microsocks", Microsocks.installed());
        Peers.require("danted", Danted.installed());
        new Random(6).nextBytes(LARGE);
        Issued server = PKI.server().writePem(folder, "server");
        Files.writeString(folder.resolve("both.pem"), server.chainPem() + server.keyPem());
        sites = new SecureSites(folder).add("origin", "server", "");
        nginx = sites.start("", "", Map.of("small", "small".getBytes(), "large", LARGE));
        microsocks = Microsocks.start("user", "secret");
        danted = Danted.start(Running.freePort());
        tinyproxy = Tinyproxy.start("user", "secret", List.of(danted.port()));
        haproxy = Haproxy.start(List.of(new Front("tcp", "ssl crt " + folder + "/both.pem", tinyproxy.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {haproxy, danted, microsocks, tinyproxy, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    DeepChainIT() {
        use(trusting(PKI));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void roundsOfFourProxies(int rounds) throws Exception {
        leadsThere("plain", rounds);
    }

    @Test
    void theLongestRouteThereMayBe() throws Exception {
        Route route = leadsThere("plain > " + socks5() + " > " + socks4(), 15);
        assertThat(route.then(OWN).links()).hasSize(Route.MAX_LINKS);
    }

    private Route leadsThere(String first, int rounds) throws Exception {
        Route route = rounds(first, rounds);
        assertThat(get(request(route, "/small")).text()).isEqualTo("small");
        assertThat(Arrays.equals(get(request(route, "/large")).body(), LARGE)).isTrue();
        assertThat(handshakes).as("one for each round, one for the origin").hasSize(rounds + 1);
        return route;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void theLastLinkMayStillFail(int rounds) {
        tls.plug("stranger", 0, trusting(TestPki.of(HOST)));
        HttpFailure failure = failure(request(rounds("plain", rounds), "/small").withTls(Link.of("tls", "stranger")));
        int last = rounds * 4 + 2;
        assertThat(failure).hasMessageContaining("hop " + last + " of " + last + ", tls(stranger) to 127.0.0.1:");
        assertThat(failure).hasCauseInstanceOf(HopFailure.class);
        assertThat(failure.code()).isEqualTo(596);
    }

    private static Route rounds(String first, int rounds) {
        String connect = "connect(user:secret@127.0.0.1:" + haproxy.port(0) + ")";
        String round = " > " + String.join(" > ", socks5(), "tls(own)", connect, socks4());
        return Route.parse(first + round.repeat(rounds));
    }

    private static String socks5() {
        return "socks5(user:secret@127.0.0.1:" + microsocks.port() + ")";
    }

    private static String socks4() {
        return "socks4(127.0.0.1:" + danted.port() + ")";
    }

    private static Request request(Route route, String path) {
        return Request.get("https://127.0.0.1:" + sites.port("origin") + path).withRoute(route);
    }
}
