package dev.jackfield.connector.tls.internal.keys;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Certificates and keys from PEM texts. Errors tell the line, and nothing of a key. */
public final class Pem {
    private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE");
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String RSA = "RSA PRIVATE KEY";
    private static final String EC = "EC PRIVATE KEY";
    private static final Set<String> KEYS = Set.of(PKCS8, ENCRYPTED, RSA, EC);

    private Pem() {}

    /**
     * All certificates of a text, in order; other blocks are skipped.
     *
     * @throws IllegalArgumentException if there is none, or one is broken
     */
    public static List<X509Certificate> certificates(String text) {
        List<PemBlock> blocks = PemReader.read(text);
        List<X509Certificate> found = blocks.stream()
                .filter(block -> CERTIFICATES.contains(block.label()))
                .map(Pem::certificate)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Expected certificates in PEM, got " + labels(blocks));
        }
        return found;
    }

    /**
     * The only key of a text; other blocks are skipped.
     *
     * @param password for an encrypted one; may be empty
     * @throws IllegalArgumentException if there is none or several, or it is broken, or the password wrong
     */
    public static PrivateKey key(String text, char[] password) {
        List<PemBlock> blocks = PemReader.read(text);
        List<PemBlock> keys =
                blocks.stream().filter(block -> KEYS.contains(block.label())).toList();
        if (keys.size() != 1) {
            throw new IllegalArgumentException("Expected one private key in PEM, got " + labels(blocks));
        }
        PemBlock block = keys.get(0);
        try {
            byte[] pkcs8 = pkcs8(block, password);
            return KeyFactory.getInstance(KeyForms.algorithm(pkcs8)).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (IllegalArgumentException e) {
            throw block.wrong(e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw block.wrong("expected a private key, got what cannot be read as one", e);
        }
    }

    private static byte[] pkcs8(PemBlock block, char[] password) {
        return switch (block.label()) {
            case ENCRYPTED -> Decrypted.of(block.content(), password);
            case RSA -> KeyForms.ofRsa(block.content());
            case EC -> KeyForms.ofEc(block.content());
            default -> block.content();
        };
    }

    private static X509Certificate certificate(PemBlock block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.content()));
        } catch (CertificateException e) {
            throw block.wrong("expected a certificate, got what cannot be read as one: " + e.getMessage(), e);
        }
    }

    private static String labels(List<PemBlock> blocks) {
        return blocks.isEmpty()
                ? "no block at all"
                : blocks.stream().map(PemBlock::toString).collect(Collectors.joining(", "));
    }
}
