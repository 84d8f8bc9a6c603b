package dev.jackfield.connector.tls.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
    private static final char[] NONE = {};
    private static final char[] SECRET = "s3cret".toCharArray();
    private static final KeyPair EC = Keys.ec();
    private static final KeyPair RSA = Keys.rsa(2048);

    @Test
    void readsChainsInOrder() {
        Issued server = TestPki.of("a.test").server();

        assertThat(Pem.certificates("subject=x\n" + server.chainPem() + server.keyPem()))
                .isEqualTo(server.chain())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519", "Ed448", "RSASSA-PSS"})
    void readsKeysInPkcs8(String algorithm) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();

        assertThat(Pem.key(Issued.pem("PRIVATE KEY", pair.getPrivate().getEncoded()), NONE))
                .isEqualTo(pair.getPrivate());
    }

    @Test
    void readsKeysInTheirOldForms() throws Exception {
        byte[] rsa = PrivateKeyInfo.getInstance(RSA.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        assertThat(Pem.key(Issued.pem("RSA PRIVATE KEY", rsa), NONE)).isEqualTo(RSA.getPrivate());

        String text = Issued.pem("EC PARAMETERS", new byte[] {6, 1, 1}) + Issued.pem("EC PRIVATE KEY", sec1());
        assertThat(Pem.key(text, NONE).getEncoded()).isNotEmpty();
        KeyPairs.check(
                Pem.key(text, NONE), Mint.server("CN=x").keys(EC).selfSigned().certificate());
    }

    /** As openssl writes it, with the curve and the public key in it. */
    private static byte[] sec1() throws Exception {
        return new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256,
                        ((java.security.interfaces.ECPrivateKey) EC.getPrivate()).getS(),
                        PrivateKeyInfo.getInstance(EC.getPrivate().getEncoded())
                                .getPrivateKeyAlgorithm()
                                .getParameters())
                .getEncoded();
    }

    @Test
    void readsEncryptedKeys() throws Exception {
        for (var cipher : List.of(PKCS8Generator.AES_256_CBC, PKCS8Generator.AES_128_CBC)) {
            String text = encrypted(new JceOpenSSLPKCS8EncryptorBuilder(cipher));

            assertThat(Pem.key(text, SECRET)).isEqualTo(EC.getPrivate());
        }
        String sha256 = encrypted(
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC).setPRF(PKCS8Generator.PRF_HMACSHA256));
        assertThat(Pem.key(sha256, SECRET)).isEqualTo(EC.getPrivate());
        assertThatThrownBy(() -> Pem.key(sha256, "another".toCharArray()))
                .hasMessage("Line 1: expected the right password for the key, got another");
        assertThatThrownBy(() -> Pem.key(sha256, NONE))
                .hasMessage("Line 1: expected a password for an encrypted key, got none");
    }

    private static String encrypted(JceOpenSSLPKCS8EncryptorBuilder builder) throws Exception {
        builder.setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
        return Issued.pem(
                "ENCRYPTED PRIVATE KEY",
                new JcaPKCS8Generator(
                                EC.getPrivate(), builder.setPassword(SECRET).build())
                        .generate()
                        .getContent());
    }

    @Test
    void tellsWhatIsMissing() {
        String key = Issued.pem("PRIVATE KEY", EC.getPrivate().getEncoded());

        assertThatThrownBy(() -> Pem.certificates("words"))
                .hasMessage("Expected certificates in PEM, got no block at all");
        assertThatThrownBy(() -> Pem.certificates(key))
                .hasMessage("Expected certificates in PEM, got PRIVATE KEY at line 1");
        assertThatThrownBy(() -> Pem.key(TestPki.of("a.test").root().chainPem(), NONE))
                .hasMessage("Expected one private key in PEM, got CERTIFICATE at line 1");
        assertThatThrownBy(() -> Pem.key(key + key, NONE))
                .hasMessageStartingWith(
                        "Expected one private key in PEM, got PRIVATE KEY at line 1, PRIVATE KEY at line");
    }

    @Test
    void tellsTheLineOfWhatIsBrokenAndNothingOfTheKey() {
        byte[] key = EC.getPrivate().getEncoded();
        for (int cut = 0; cut < key.length; cut++) {
            byte[] broken = Arrays.copyOf(key, Math.max(1, cut));
            assertThatThrownBy(() -> Pem.key("\n\n" + Issued.pem("PRIVATE KEY", broken), NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Line 3: expected ");
        }
        assertThatThrownBy(() -> Pem.certificates(Issued.pem("CERTIFICATE", key)))
                .hasMessageStartingWith("Line 1: expected a certificate, got what cannot be read as one: ");
    }

    @Test
    void tellsWhichKindsOfKeysThereAre() throws GeneralSecurityException {
        byte[] dsa = KeyPairGenerator.getInstance("DSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThatThrownBy(() -> Pem.key(Issued.pem("PRIVATE KEY", dsa), NONE))
                .hasMessage("Line 1: expected a key for RSA, EC or EdDSA, got one of the OID (DER) 2a8648ce380401");
    }
}
