package dev.jackfield.connector.tls.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.connector.tls.certificates.Wrong;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way a chain can be wrong is refused, with an error that says which; asked directly, and by a real handshake. */
class WrongChainTest {
    private static final String HOST = "origin.test";
    private static final TestPki PKI = TestPki.of(HOST);
    private static final TlsProfile HIGH = TlsProfile.high().withTrust(new Trust.Authorities(List.of(PKI.trusted())));

    private final ServerTrust trust;

    WrongChainTest() throws CertificateException {
        this.trust = new ServerTrust(HIGH, InstantSource.system());
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedAndTheErrorSaysWhy(Wrong wrong) {
        X509Certificate[] chain = wrong.chain(PKI).chain().toArray(X509Certificate[]::new);

        assertThatThrownBy(() -> trust.check(chain, "UNKNOWN", HOST))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(wrong.says());
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedInAHandshake(Wrong wrong) {
        Issued chain = wrong.chain(PKI);

        assertThatThrownBy(() -> Handshake.with(trust, HOST, chain))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining(wrong.says());
    }

    @Test
    void whatIsNotWrongIsAccepted() throws Exception {
        X509Certificate[] chain = PKI.server().chain().toArray(X509Certificate[]::new);

        trust.check(chain, "UNKNOWN", HOST);
        trust.check(chain, "UNKNOWN", "127.0.0.1");
        assertThat(Handshake.with(trust, HOST, PKI.server())).isEqualTo("TLSv1.3");
    }

    @ParameterizedTest
    @EnumSource
    void isAcceptedByWhoTrustsAnyone(Wrong wrong) throws Exception {
        ServerTrust low = new ServerTrust(TlsProfile.low(), InstantSource.system());

        assertThat(Handshake.with(low, HOST, wrong.chain(PKI))).isEqualTo("TLSv1.3");
    }

    @Test
    void noneAtAllIsRefused() {
        assertThatThrownBy(() -> trust.check(new X509Certificate[0], "UNKNOWN", HOST))
                .hasMessage("Expected a certificate from the server, got none");
    }
}
