package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.itest.peers.Haproxy.Front;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

/** A real haproxy that ends TLS: before an origin, and before a proxy, so that there is TLS within TLS. */
class HaproxyIT extends Encrypted {
    private static final String TLS_PROXY = "tls(proxy) > connect(user:secret@127.0.0.1:%d)";
    private static final TestPki PKI = TestPki.of(HOST);
    private static final TestPki PROXYS = TestPki.of("proxy.test");
    private static final byte[] LARGE = new byte[10 * 1024 * 1024];

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;
    private static Tinyproxy tinyproxy;
    private static ServerSocket late;
    private static Haproxy haproxy;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        Peers.require("tinyproxy", Tinyproxy.installed());
        Peers.require("haproxy", Haproxy.installed());
        new Random(5).nextBytes(LARGE);
        PKI.server().writePem(folder, "server");
        Issued proxy = PROXYS.server();
        Files.writeString(folder.resolve("proxy-both.pem"), proxy.chainPem() + proxy.keyPem());
        sites = new SecureSites(folder).add("origin", "server", "");
        nginx = sites.start("", "", Map.of("small", "small".getBytes(), "large", LARGE));
        tinyproxy = Tinyproxy.start("user", "secret", List.of(sites.port("origin")));
        late = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        String ends = "ssl crt " + folder + "/proxy-both.pem";
        haproxy = Haproxy.start(List.of(
                new Front("tcp", ends, tinyproxy.port()),
                new Front("tcp", ends, late.getLocalPort()),
                new Front("http", ends + " alpn h2,http/1.1", nginx.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {haproxy, late, tinyproxy, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    HaproxyIT() {
        use(trusting(PKI));
        tls.plug("proxy", 0, trusting(PROXYS));
    }

    @Test
    void beforeAnOrigin() throws Exception {
        use(trusting(PROXYS));
        Request request = Request.get("https://127.0.0.1:" + haproxy.port(2) + "/");
        assertThat(get(request).headers().first("server").orElse("")).startsWith("nginx");
        assertThat(handshake().application()).isEqualTo("http/1.1");
    }

    @Test
    void tlsInTls() throws Exception {
        assertThat(get(through("/small")).text()).isEqualTo("small");
        assertThat(Arrays.equals(get(through("/large")).body(), LARGE)).isTrue();
        assertThat(handshakes).as("one for the proxy, one for the origin").hasSize(2);
    }

    @Test
    void eachOfThemHasItsOwnTrust() {
        use(trusting(PROXYS));
        HttpFailure inner = failure(through("/small"));
        assertThat(inner.code()).isEqualTo(596);
        assertThat(inner).hasMessageContaining("hop 4 of 4, tls(own) to 127.0.0.1:" + sites.port("origin"));

        tls.plug("proxy", 1, TlsProfile.high());
        HttpFailure outer = failure(through("/small"));
        assertThat(outer.code()).isEqualTo(595);
        assertThat(outer)
                .hasMessageContaining("hop 2 of 4, tls(proxy) to 127.0.0.1:" + haproxy.port(0))
                .hasCauseInstanceOf(HopFailure.class);
    }

    @Test
    void whatTheProxyRefusesInsideOfTlsIsTold() throws Exception {
        String wrong = "plain > " + TLS_PROXY.formatted(haproxy.port(0)).replace("secret", "wrong");
        HttpFailure failure = failure(Request.get(origin("/small")).withRoute(wrong));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure)
                .hasMessageContaining("hop 3 of 4, connect(user:***@")
                .hasMessageNotContaining("wrong");
    }

    /** RFC 8446 section 6.1: the end of one direction is not the end of the other. */
    @Test
    void oneDirectionEndsBeforeTheOther() throws Exception {
        Thread server = new Thread(HaproxyIT::answersAfterTheEnd);
        server.setDaemon(true);
        server.start();
        HostPort target = HostPort.of("127.0.0.1", haproxy.port(1));
        Route route = Route.parse("plain > tls(proxy)");
        try (Conversation conversation =
                Conversation.begin(panel.connector(route), target, loops.all().get(0))) {
            conversation.say("all I have to say");
            conversation.end();
            assertThat(conversation.rest()).isEqualTo("got 17 octets, then the end");
        }
    }

    private static void answersAfterTheEnd() {
        try (Socket socket = late.accept()) {
            int count = socket.getInputStream().readAllBytes().length;
            socket.getOutputStream().write(("got " + count + " octets, then the end").getBytes());
        } catch (IOException e) {
            // The client will miss the answer.
        }
    }

    private static Request through(String path) {
        return Request.get(origin(path)).withRoute("plain > " + TLS_PROXY.formatted(haproxy.port(0)));
    }

    private static String origin(String path) {
        return "https://127.0.0.1:" + sites.port("origin") + path;
    }
}
