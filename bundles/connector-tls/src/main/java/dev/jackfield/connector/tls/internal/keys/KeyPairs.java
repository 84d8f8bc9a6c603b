package dev.jackfield.connector.tls.internal.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Whether a private key is that of a certificate: what the one signs, the other has to verify. */
public final class KeyPairs {
    private static final int PROBE = 32;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PROBE, PSSParameterSpec.TRAILER_FIELD_BC);

    private KeyPairs() {}

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if it is another's
     */
    public static void check(PrivateKey key, X509Certificate certificate) {
        if (!match(key, certificate.getPublicKey())) {
            throw new IllegalArgumentException("Expected the private key of \"" + certificate.getSubjectX500Principal()
                    + "\", got that of another certificate");
        }
    }

    private static boolean match(PrivateKey key, PublicKey other) {
        if (key instanceof RSAKey mine && other instanceof RSAKey its) {
            return mine.getModulus().equals(its.getModulus());
        }
        byte[] probe = new byte[PROBE];
        new SecureRandom().nextBytes(probe);
        try {
            Signature signer = signature(key.getAlgorithm());
            signer.initSign(key);
            signer.update(probe);
            Signature verifier = signature(key.getAlgorithm());
            verifier.initVerify(other);
            verifier.update(probe);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature signature(String keys) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (keys) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> keys;
                });
        if (keys.equals("RSASSA-PSS")) {
            signature.setParameter(PSS);
        }
        return signature;
    }
}
