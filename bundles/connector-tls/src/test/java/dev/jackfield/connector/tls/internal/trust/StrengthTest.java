package dev.jackfield.connector.tls.internal.trust;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA256withRSAandMGF1", "SHA384withRSAandMGF1"
            })
    void takesStrongHashes(String signature) {
        assertThatCode(() -> Strength.check(rsa(signature))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5withRSA", "SHA1withRSA", "SHA1withRSAandMGF1"})
    void refusesWeakOnes(String signature) {
        assertThatThrownBy(() -> Strength.check(rsa(signature)))
                .hasMessageStartingWith("Weak hash: expected SHA-256 or better, got ")
                .hasMessageEndingWith(" in the signature on \"CN=x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void takesCurves(String curve) {
        X509Certificate certificate =
                Mint.bare("CN=x").keys(Keys.ec(curve)).selfSigned().certificate();
        assertThatCode(() -> Strength.check(certificate)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "Ed448"})
    void takesEdwardsCurves(String algorithm) throws Exception {
        X509Certificate certificate = Mint.bare("CN=x")
                .keys(KeyPairGenerator.getInstance(algorithm).generateKeyPair())
                .signature(algorithm)
                .selfSigned()
                .certificate();
        assertThatCode(() -> Strength.check(certificate)).doesNotThrowAnyException();
    }

    @Test
    void refusesShortKeys() {
        X509Certificate certificate =
                Mint.bare("CN=x").keys(Keys.rsa(1024)).selfSigned().certificate();
        assertThatThrownBy(() -> Strength.check(certificate))
                .hasMessage("Weak key: expected RSA of at least 2048 bits, got 1024 in \"CN=x\"");
    }

    @Test
    void refusesOtherKindsOfKeys() throws Exception {
        X509Certificate certificate = Mint.bare("CN=x")
                .keys(KeyPairGenerator.getInstance("DSA").generateKeyPair())
                .signature("SHA256withDSA")
                .selfSigned()
                .certificate();
        assertThatThrownBy(() -> Strength.check(certificate))
                .hasMessage("Weak key: expected RSA, EC or EdDSA, got DSA in \"CN=x\"");
    }

    private static X509Certificate rsa(String signature) {
        return Mint.bare("CN=x")
                .keys(Keys.rsa(2048))
                .signature(signature)
                .selfSigned()
                .certificate();
    }
}
