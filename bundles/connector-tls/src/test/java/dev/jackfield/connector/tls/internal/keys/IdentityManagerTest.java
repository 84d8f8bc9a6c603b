package dev.jackfield.connector.tls.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class IdentityManagerTest {
    private static final TestPki PKI = TestPki.of("a.test");
    private static final TestPki OTHER = TestPki.of("b.test");
    private static final Issued EXACT = PKI.client("exact");
    private static final Issued BELOW = PKI.client("below");
    private static final Issued RSA = Mint.client("CN=rsa")
            .keys(Keys.rsa(2048))
            .signedBy(Mint.authority("CN=Other").selfSigned());
    private static final Issued ANY = OTHER.client("any");

    private final IdentityManager manager = new IdentityManager(List.of(
            identity("one.a.test", EXACT), identity("*.a.test", BELOW), identity("*", RSA), identity("*", ANY)));

    private static Identity identity(String hosts, Issued issued) {
        return new Identity(hosts, issued.key(), issued.chain());
    }

    private X509Certificate chosen(String host, String types, Principal... issuers) throws Exception {
        String alias = manager.chooseEngineClientAlias(
                types.split(","), issuers, SSLContext.getDefault().createSSLEngine(host, 443));
        return alias == null ? null : manager.getCertificateChain(alias)[0];
    }

    @Test
    void choosesByHostTheFirstThatFits() throws Exception {
        assertThat(chosen("one.a.test", "EC")).isEqualTo(EXACT.certificate());
        assertThat(chosen("ONE.a.test.", "EC")).isEqualTo(EXACT.certificate());
        assertThat(chosen("two.a.test", "EC")).isEqualTo(BELOW.certificate());
        assertThat(chosen("x.two.a.test", "EC")).isEqualTo(BELOW.certificate());
        assertThat(chosen("a.test", "EC")).isEqualTo(ANY.certificate());
        assertThat(chosen("192.0.2.1", "EC")).isEqualTo(ANY.certificate());
    }

    @Test
    void choosesAKindOfKeyThatTheServerTakes() throws Exception {
        assertThat(chosen("one.a.test", "RSA")).isEqualTo(RSA.certificate());
        assertThat(chosen("one.a.test", "EC_RSA")).isEqualTo(EXACT.certificate());
        assertThat(chosen("one.a.test", "EdDSA")).isNull();
    }

    @Test
    void prefersAnIssuerThatTheServerKnows() throws Exception {
        Principal known = RSA.certificate().getIssuerX500Principal();
        Principal unknown =
                Mint.authority("CN=Stranger").selfSigned().certificate().getSubjectX500Principal();

        assertThat(chosen("one.a.test", "EC,RSA")).isEqualTo(EXACT.certificate());
        assertThat(chosen("one.a.test", "EC,RSA", known)).isEqualTo(RSA.certificate());
        assertThat(chosen("one.a.test", "EC,RSA", unknown)).isEqualTo(EXACT.certificate());
    }

    @Test
    void hasTheKeysOfItsAliases() {
        assertThat(manager.getClientAliases("EC", null)).containsExactly("0", "1", "3");
        assertThat(manager.getClientAliases("EdDSA", null)).isNull();
        assertThat(manager.getPrivateKey("2")).isEqualTo(RSA.key());
        assertThat(manager.chooseClientAlias(new String[] {"RSA"}, null, null)).isEqualTo("2");
        assertThat(manager.getServerAliases("EC", null)).isNull();
        assertThat(manager.chooseServerAlias("EC", null, null)).isNull();
    }

    @Test
    void isNobodyWithoutIdentities() {
        assertThat(new IdentityManager(List.of()).chooseEngineClientAlias(new String[] {"EC"}, null, null))
                .isNull();
    }
}
