package dev.jackfield.connector.tls.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTrustTest {
    private static final String ANY = "UNKNOWN";
    private static final TestPki PKI = TestPki.of("a.test");
    private static final Issued SERVER = PKI.server();
    private static final X509Certificate[] CHAIN = SERVER.chain().toArray(X509Certificate[]::new);
    private static final TlsProfile HIGH = TlsProfile.high().withTrust(new Trust.Authorities(List.of(PKI.trusted())));

    private static ServerTrust trust(TlsProfile profile) throws CertificateException {
        return new ServerTrust(profile, InstantSource.system());
    }

    @Test
    void asksTheClockForTheTime() {
        Instant end = SERVER.certificate().getNotAfter().toInstant();

        assertThatCode(() -> new ServerTrust(HIGH, InstantSource.fixed(end)).check(CHAIN, ANY, "a.test"))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> new ServerTrust(HIGH, InstantSource.fixed(end.plusMillis(1))).check(CHAIN, ANY, "a.test"))
                .hasMessage("Expired: \"CN=Test server\" was good until " + end);
    }

    @Test
    void checksTheHostOnlyIfItShall() throws CertificateException {
        assertThatThrownBy(() -> trust(HIGH).check(CHAIN, ANY, "b.test"))
                .hasMessage("Wrong host: expected a certificate for b.test, got one for a.test, 127.0.0.1");
        assertThatThrownBy(() -> trust(HIGH).check(CHAIN, ANY, "127.0.0.2")).hasMessageContaining("127.0.0.2");
        assertThatThrownBy(() -> trust(HIGH).checkServerTrusted(CHAIN, ANY))
                .hasMessage("Expected the name of a host to check the certificate for, got none");
        assertThatThrownBy(() -> trust(HIGH).check(CHAIN, ANY, "a..test"))
                .hasMessageStartingWith("No certificate can be for this host: ");

        trust(HIGH.withHostChecked(false)).check(CHAIN, ANY, "b.test");
        trust(HIGH.withHostChecked(false)).checkServerTrusted(CHAIN, ANY);
    }

    @Test
    void takesAnyKeyOfTheCheckedChainForAPin() throws CertificateException {
        for (X509Certificate pinned : List.of(SERVER.certificate(), PKI.issuer().certificate(), PKI.trusted())) {
            trust(HIGH.withPins(List.of(Pins.pin(pinned)))).check(CHAIN, ANY, "a.test");
        }
        String other = Pins.pin(Mint.authority("CN=Other").selfSigned().certificate());

        assertThatThrownBy(() -> trust(HIGH.withPins(List.of(other))).check(CHAIN, ANY, "a.test"))
                .hasMessageStartingWith("Pin: expected one of the 1 pinned keys, got \"CN=Test server\" with "
                        + Pins.pin(SERVER.certificate()));
    }

    @Test
    void takesNoPinOfACertificateThatWasOnlySent() {
        X509Certificate stranger = Mint.authority("CN=Stranger").selfSigned().certificate();
        X509Certificate[] sent = SERVER.sending(List.of(PKI.issuer().certificate(), stranger))
                .chain()
                .toArray(X509Certificate[]::new);

        assertThatThrownBy(
                        () -> trust(HIGH.withPins(List.of(Pins.pin(stranger)))).check(sent, ANY, "a.test"))
                .hasMessageStartingWith("Pin: ");
    }

    @Test
    void pinsTheServersOwnKeyWhereAnyoneIsTrusted() throws CertificateException {
        TlsProfile low = TlsProfile.low();
        trust(low.withPins(List.of(Pins.pin(SERVER.certificate())))).check(CHAIN, ANY, "b.test");

        // What else it sent is not shown to be anybody's.
        assertThatThrownBy(() -> trust(low.withPins(List.of(Pins.pin(PKI.trusted()))))
                        .check(new X509Certificate[] {CHAIN[0], PKI.trusted()}, ANY, "a.test"))
                .hasMessageStartingWith("Pin: ");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 128",
        "GENERIC, 128",
        "ECDHE_ECDSA, 128",
        "ECDHE_RSA, 128",
        "DHE_RSA, 128",
        "RSA, 32",
        "ECDH_ECDSA, 8"
    })
    void wantsTheKeyUsageOfTheKeyExchange(String authType, int bit) throws CertificateException {
        for (int usage : new int[] {KeyUsage.digitalSignature, KeyUsage.keyEncipherment, KeyUsage.keyAgreement}) {
            X509Certificate[] chain = Mint.server("CN=x", "a.test")
                    .usage(usage)
                    .signedBy(PKI.issuer())
                    .chain()
                    .toArray(X509Certificate[]::new);
            if (usage == bit) {
                trust(HIGH).check(chain, authType, "a.test");
            } else {
                assertThatThrownBy(() -> trust(HIGH).check(chain, authType, "a.test"))
                        .hasMessageStartingWith("Wrong key usage: ");
            }
        }
    }

    @Test
    void believesThePlatformAndNobodyElse() throws CertificateException {
        ServerTrust platform = trust(TlsProfile.high());

        assertThat(platform.getAcceptedIssuers()).hasSizeGreaterThan(10);
        assertThatThrownBy(() -> platform.check(CHAIN, ANY, "a.test"))
                .hasMessageStartingWith(
                        "Untrusted: expected a path to an authority that is trusted, got as far as"
                                + " \"CN=Test issuer\", which was signed by a \"CN=Test root\" that is neither trusted nor was it sent");
    }

    @Test
    void asksThePlatformAnewForEachProfile(@TempDir Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", PKI.trusted());
        Path file = folder.resolve("platform.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        try {
            ServerTrust platform = trust(TlsProfile.high());

            platform.check(CHAIN, ANY, "a.test");
            platform.check(CHAIN, "GENERIC", "a.test");
            assertThat(platform.getAcceptedIssuers()).containsExactly(PKI.trusted());
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    @Test
    void showsOnlyAFewOfManyNames() {
        String[] names = IntStream.range(0, 1000).mapToObj(n -> n + ".test").toArray(String[]::new);
        X509Certificate[] chain =
                Mint.server("CN=x", names).signedBy(PKI.issuer()).chain().toArray(X509Certificate[]::new);

        assertThatThrownBy(() -> trust(HIGH).check(chain, ANY, "a.test"))
                .hasMessageEndingWith("got one for 0.test, 1.test, 2.test, 3.test, 4.test and 995 more");
    }

    @Test
    void showsNoControlsOfNames() {
        X509Certificate[] chain = Mint.server("CN=x\u001b[31m", "b.test\n")
                .signedBy(PKI.issuer())
                .chain()
                .toArray(X509Certificate[]::new);

        assertThatThrownBy(() -> trust(HIGH).check(chain, ANY, "a.test"))
                .hasMessageEndingWith("got one for b.test\\u000a");
    }

    @Test
    void isNotForClients() {
        assertThatThrownBy(() -> trust(HIGH).checkClientTrusted(CHAIN, ANY))
                .hasMessage("Expected to be asked about servers, got a client");
    }
}
