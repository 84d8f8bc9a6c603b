package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import dev.jackfield.itest.origin.Origin;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client behind real SOCKS proxies, before a real nginx. */
class SocksIT extends Behind {
    private static final byte[] LARGE = new byte[10 * 1024 * 1024];
    private static final String PASSWORD = "p@ss:w(rd)";
    private static final String USER_AND_PASSWORD = "user:p%40ss%3Aw%28rd%29@";

    private static Nginx nginx;
    private static Microsocks open;
    private static Microsocks guarded;
    private static Danted danted;
    private static int forbidden;
    private static int nobody;

    @BeforeAll
    static void start() throws IOException {
        Peers.require("nginx", Nginx.installed());
        Peers.require("microsocks", Microsocks.installed());
        Peers.require("danted", Danted.installed());
        new Random(1).nextBytes(LARGE);
        nginx = Nginx.start("", "", Map.of("small", Origin.BODY.getBytes(), "large", LARGE));
        open = Microsocks.start();
        guarded = Microsocks.start("user", PASSWORD);
        forbidden = Running.freePort();
        danted = Danted.start(forbidden);
        nobody = Running.freePort();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {danted, guarded, open, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    @Test
    void asksMicrosocksWithoutAPassword() throws Exception {
        assertThat(get(nginx.url("/small"), open()).text()).isEqualTo(Origin.BODY);
        assertThat(open.log().toString()).contains("connected to 127.0.0.1:" + nginx.port());
    }

    @Test
    void tellsMicrosocksUserAndPassword() throws Exception {
        assertThat(get(nginx.url("/large"), guarded()).body()).isEqualTo(LARGE);
        // Who asks nobody does not mind.
        assertThat(get(nginx.url("/small"), "plain > socks5(" + USER_AND_PASSWORD + local(open.port()) + ")")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksDantedInEachVersion() throws Exception {
        assertThat(get(nginx.url("/small"), danted("socks4")).text()).isEqualTo(Origin.BODY);
        assertThat(get(nginx.url("/small"), danted("socks4a")).text()).isEqualTo(Origin.BODY);
        assertThat(get(nginx.url("/small"), danted("socks5")).text()).isEqualTo(Origin.BODY);
    }

    /** The machine that the client thinks it is on knows no names at all, not even this one. */
    @Test
    void namesAreLookedUpByTheProxy() throws Exception {
        String url = "http://localhost:" + nginx.port() + "/small";
        assertThat(get(url, danted("socks5")).text()).isEqualTo(Origin.BODY);
        assertThat(get(url, open()).text()).isEqualTo(Origin.BODY);
        assertThat(open.log().toString()).contains("connected to localhost:" + nginx.port());
    }

    @Test
    void goesThroughThreeProxiesInARow() throws Exception {
        String route = "plain > socks5(" + local(open.port()) + ") > socks5(" + USER_AND_PASSWORD + "localhost:"
                + guarded.port() + ") > socks4(me@" + local(danted.port()) + ")";
        assertThat(get(nginx.url("/large"), route).body()).isEqualTo(LARGE);
        assertThat(open.log().toString()).contains("connected to localhost:" + guarded.port());
        assertThat(guarded.log().toString()).contains("connected to 127.0.0.1:" + danted.port());
        HopFailure failure = failure("http://127.0.0.1:" + nobody + "/", route);
        assertThat(failure.hop().number()).isEqualTo(4);
        assertThat(failure(nginx.url("/"), route.replace("w%28rd", "w"))).hasMessageStartingWith("hop 3 of 4, socks5(");
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        HopFailure wrong = failure(nginx.url("/"), "plain > socks5(user:nonsense@" + local(guarded.port()) + ")");
        assertThat(socks(wrong).reason()).isEqualTo(Reason.NOT_AUTHORIZED);
        assertThat(wrong)
                .hasMessageStartingWith("hop 2 of 2, socks5(user:***@127.0.0.1:" + guarded.port() + ") to ")
                .hasMessageContaining("but it refused them with status 0x");
        HopFailure none = failure(nginx.url("/"), "plain > socks5(" + local(guarded.port()) + ")");
        assertThat(none).hasMessageEndingWith("no authentication, but it accepts none of that");
        assertThat(socks(none).code()).hasValue(255);
    }

    @Test
    void saysThatTheOriginRefuses() throws Exception {
        String url = "http://127.0.0.1:" + nobody + "/";
        HopFailure failure = failure(url, open());
        assertThat(failure).hasMessageEndingWith(":" + nobody + ", but it says: connection refused (0x05)");
        assertThat(failure.hop().number()).isEqualTo(2);
        assertThat(socks(failure(url, danted("socks5"))).code()).hasValue(5);
        assertThat(socks(failure(url, danted("socks4"))).code()).hasValue(91);
    }

    @Test
    void saysThatTheProxyRefuses() throws Exception {
        String url = "http://127.0.0.1:" + forbidden + "/";
        assertThat(failure(url, danted("socks5"))).hasMessageEndingWith("but it says: not allowed by its rules (0x02)");
        assertThat(failure(url, danted("socks4"))).hasMessageEndingWith("but it says: rejected or failed (0x5b)");
        // It knows no 4a, and takes the mark of a name for an address.
        assertThat(failure("http://localhost:" + nginx.port() + "/", danted("socks4a")))
                .hasMessageEndingWith("but it says: rejected or failed (0x5b)");
    }

    @Test
    void saysThatThereIsNoProxy() throws Exception {
        HopFailure failure = failure(nginx.url("/"), "plain > socks5(" + local(nobody) + ")");
        assertThat(failure.hop().number()).isEqualTo(1);
        assertThat(failure).hasCauseInstanceOf(ConnectFailure.class).hasMessageContaining("Connection refused");
        assertThat(failure(nginx.url("/"), "plain > socks5(" + local(nginx.port()) + ")"))
                .hasMessageEndingWith(", got 0x48: it seems to speak HTTP");
    }

    private static SocksFailure socks(HopFailure failure) {
        return (SocksFailure) failure.getCause();
    }

    private static String open() {
        return "plain > socks5(" + local(open.port()) + ")";
    }

    private static String guarded() {
        return "plain > socks5(" + USER_AND_PASSWORD + local(guarded.port()) + ")";
    }

    private static String danted(String version) {
        return "plain > " + version + "(" + local(danted.port()) + ")";
    }
}
