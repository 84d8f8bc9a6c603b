package dev.jackfield.connector.tls.internal.trust;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Locale;

/** What keys and hashes are strong enough: 112 bits, as of NIST SP 800-131A revision 2, and no SHA-1 (RFC 9155). */
final class Strength {
    static final int LEAST_RSA = 2048;
    static final int LEAST_EC = 224;

    private static final List<String> WEAK_HASHES = List.of("MD2", "MD4", "MD5", "SHA1", "SHA-1");
    private static final String PSS = "RSASSA-PSS";

    private Strength() {}

    static void check(X509Certificate certificate) throws Flaw {
        checkKey(certificate);
        checkHash(certificate);
    }

    static void checkKey(X509Certificate certificate) throws Flaw {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAKey rsa) {
            checkBits(certificate, "RSA", rsa.getModulus().bitLength(), LEAST_RSA);
        } else if (key instanceof ECKey ec) {
            checkBits(certificate, "EC", ec.getParams().getOrder().bitLength(), LEAST_EC);
        } else if (!(key instanceof EdECKey)) {
            throw new Flaw("Weak key: expected RSA, EC or EdDSA, got " + key.getAlgorithm() + " in "
                    + Shown.subject(certificate));
        }
    }

    private static void checkBits(X509Certificate certificate, String kind, int bits, int least) throws Flaw {
        if (bits < least) {
            throw new Flaw("Weak key: expected " + kind + " of at least " + least + " bits, got " + bits + " in "
                    + Shown.subject(certificate));
        }
    }

    static void checkHash(X509Certificate certificate) throws Flaw {
        String hash = hash(certificate).toUpperCase(Locale.ROOT);
        if (WEAK_HASHES.stream().anyMatch(hash::startsWith)) {
            throw new Flaw("Weak hash: expected SHA-256 or better, got " + hash + " in the signature on "
                    + Shown.subject(certificate));
        }
    }

    private static String hash(X509Certificate certificate) throws Flaw {
        String name = certificate.getSigAlgName();
        if (!name.equals(PSS)) {
            return name;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(PSS);
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (GeneralSecurityException | IOException e) {
            throw new Flaw("Expected parameters of RSASSA-PSS that can be read in " + Shown.subject(certificate), e);
        }
    }
}
