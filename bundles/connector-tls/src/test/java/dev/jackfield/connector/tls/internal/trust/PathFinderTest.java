package dev.jackfield.connector.tls.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways there are, besides those of BetterTLS, which itest/parity tries. */
class PathFinderTest {
    private static final Date NOW = new Date();

    private static Path find(List<X509Certificate> sent, X509Certificate... trusted) throws Flaw {
        return PathFinder.find(sent, new Authorities(List.of(trusted)), NOW);
    }

    @Test
    void takesCertificatesInAnyOrderAndAnyThatAreOfNoUse() throws Flaw {
        TestPki pki = TestPki.of("a.test");
        Issued server = pki.server();
        X509Certificate stranger = Mint.authority("CN=Stranger").selfSigned().certificate();

        Path path = find(
                List.of(
                        server.certificate(),
                        stranger,
                        pki.trusted(),
                        pki.issuer().certificate()),
                pki.trusted());

        assertThat(path.all())
                .containsExactly(server.certificate(), pki.issuer().certificate(), pki.trusted());
    }

    @Test
    void believesAnIssuerThatIsTrustedItself() throws Flaw {
        TestPki pki = TestPki.of("a.test");

        assertThat(find(pki.server().chain(), pki.issuer().certificate()).anchor())
                .isEqualTo(pki.issuer().certificate());
    }

    @Test
    void believesAServerThatIsTrustedItself() throws Flaw {
        Issued own = Mint.server("CN=own", "a.test").signature("SHA1withECDSA").selfSigned();

        assertThat(find(own.chain(), own.certificate()).certificates()).isEmpty();
    }

    @Test
    void doesNotMindAWeakSignatureOnARoot() throws Flaw {
        Issued root = Mint.authority("CN=Old root").signature("SHA1withECDSA").selfSigned();
        Issued server = Mint.server("CN=a", "a.test").signedBy(root);

        assertThat(find(server.sending(root.chain()).chain(), root.certificate())
                        .anchor())
                .isEqualTo(root.certificate());
    }

    @Test
    void goesAroundAnIssuerThatHasExpired() throws Flaw {
        TestPki pki = TestPki.of("a.test");
        KeyPair keys = Keys.ec();
        Mint old = Mint.authority("CN=Twice").keys(keys).valid(Duration.ofDays(-9), Duration.ofDays(-1));
        Issued expired = old.signedBy(pki.root());
        Issued renewed = Mint.authority("CN=Twice").keys(keys).signedBy(pki.root());
        Issued server = Mint.server("CN=a", "a.test").signedBy(expired);

        assertThat(find(List.of(server.certificate(), expired.certificate(), renewed.certificate()), pki.trusted())
                        .certificates())
                .containsExactly(server.certificate(), renewed.certificate());
    }

    @Test
    void limitsTheIssuersInBetween() throws Flaw {
        Issued root = Mint.authority("CN=Root").selfSigned();
        Issued last = root;
        for (int number = 1; number <= PathFinder.INTERMEDIATES; number++) {
            last = Mint.authority("CN=Issuer " + number).signedBy(last);
        }
        Issued allowed = Mint.server("CN=a", "a.test").signedBy(last);
        Issued tooFar = Mint.server("CN=a", "a.test")
                .signedBy(Mint.authority("CN=One more").signedBy(last));

        assertThat(find(allowed.chain(), root.certificate()).certificates()).hasSize(PathFinder.INTERMEDIATES + 1);
        assertThatThrownBy(() -> find(tooFar.chain(), root.certificate()))
                .hasMessage("Untrusted: expected a path of at most 10 intermediates, got 11");
    }

    @Test
    @Timeout(20)
    void givesUpOnCertificatesThatAllSignEachOther() {
        int many = 9;
        List<Issued> authorities = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            authorities.add(Mint.authority("CN=Knot " + one).selfSigned());
        }
        List<X509Certificate> sent = new ArrayList<>();
        sent.add(Mint.server("CN=a", "a.test").signedBy(authorities.get(0)).certificate());
        for (Issued subject : authorities) {
            for (Issued issuer : authorities) {
                String name = subject.certificate().getSubjectX500Principal().getName();
                sent.add(Mint.authority(name)
                        .keys(subject.keys())
                        .signedBy(issuer)
                        .certificate());
            }
        }
        X509Certificate root = Mint.authority("CN=Root").selfSigned().certificate();

        // 9! ways, if all were tried.
        assertThatThrownBy(() -> find(sent, root))
                .hasMessage(
                        "Untrusted: expected a path within 500 steps of searching among the 82 certificates that were sent");
    }

    @Test
    void mindsTheNameConstraintsOfTheAuthority() {
        Issued root = Mint.authority("CN=Narrow root").permitted("a.test").selfSigned();
        Issued issuer = Mint.authority("CN=Issuer").signedBy(root);

        assertThatCode(() ->
                        find(Mint.server("CN=x", "x.a.test").signedBy(issuer).chain(), root.certificate()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        find(Mint.server("CN=x", "x.b.test").signedBy(issuer).chain(), root.certificate()))
                .hasMessage(
                        "Name constraints: \"CN=x\" has names for which its authority \"CN=Narrow root\" may not vouch");
    }

    /** As openssl does not, and RFC 5280 does not ask for; said in the package description. */
    @Test
    void takesCommonNamesBelowConstraintsForHostsAsTheJdkDoes() {
        Issued root = Mint.authority("CN=Root").selfSigned();
        Issued narrow = Mint.authority("CN=Narrow").permitted("a.test").signedBy(root);
        Issued spaced = Mint.authority("CN=Not a host").signedBy(narrow);
        Issued single = Mint.authority("CN=host").signedBy(narrow);

        assertThatCode(() ->
                        find(Mint.server("CN=x", "x.a.test").signedBy(spaced).chain(), root.certificate()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        find(Mint.server("CN=x", "x.a.test").signedBy(single).chain(), root.certificate()))
                .hasMessageStartingWith("Name constraints: \"CN=host\"");
    }

    @Test
    void refusesAllWhereNobodyIsTrusted() {
        assertThatThrownBy(() -> find(TestPki.of("a.test").server().chain()))
                .hasMessage("Untrusted: expected an authority that is trusted, but there is none");
    }
}
