package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.itest.peers.Squid.Scheme;
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

/** A real squid that is spoken to in TLS by itself: with GnuTLS, as Debian builds it. */
class TlsProxyIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final TestPki PROXYS = TestPki.of("proxy.test");
    private static final byte[] LARGE = new byte[2 * 1024 * 1024];

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;
    private static Squid squid;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        Peers.require("squid", Squid.installed());
        new Random(7).nextBytes(LARGE);
        PKI.server().writePem(folder, "server");
        // GnuTLS asks for more in an EC key than Java writes, and squid sends no other certificate than its own.
        Issued proxy = Mint.server("CN=proxy", PROXYS.host())
                .ip("127.0.0.1")
                .keys(Keys.rsa(2048))
                .signedBy(PROXYS.root());
        Path both = Files.writeString(folder.resolve("proxy-both.pem"), proxy.chainPem() + proxy.keyPem());
        sites = new SecureSites(folder).add("origin", "server", "");
        nginx = sites.start("", "", Map.of("small", "small".getBytes(), "large", LARGE));
        squid = Squid.startTls(Scheme.BASIC, "user", "secret", both);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {squid, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    TlsProxyIT() {
        use(trusting(PKI));
        tls.plug("proxy", 0, trusting(PROXYS).withProtocols(List.of("TLSv1.2")));
    }

    @Test
    void leadsToAnOriginThatSpeaksTlsToo() throws Exception {
        assertThat(get(through("/small")).text()).isEqualTo("small");
        assertThat(Arrays.equals(get(through("/large")).body(), LARGE)).isTrue();
        assertThat(handshake().protocol()).as("to the proxy").isEqualTo("TLSv1.2");
        assertThat(handshake().protocol()).as("to the origin").isEqualTo("TLSv1.2");
        assertThat(handshakes).isEmpty();
        tls.plug("proxy", 1, trusting(PROXYS));
        assertThat(get(through("/small")).text()).isEqualTo("small");
        assertThat(handshake().protocol()).as("to the proxy").isEqualTo("TLSv1.3");
    }

    @Test
    void isNotBelievedWithoutACertificateThatIs() {
        tls.plug("proxy", 1, TlsProfile.high());
        HttpFailure failure = failure(through("/small"));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessageContaining("hop 2 of 4, tls(proxy) to 127.0.0.1:" + squid.port());
    }

    private static Request through(String path) {
        return Request.get("https://127.0.0.1:" + sites.port("origin") + path)
                .withRoute("plain > tls(proxy) > connect(user:secret@127.0.0.1:" + squid.port() + ")");
    }
}
