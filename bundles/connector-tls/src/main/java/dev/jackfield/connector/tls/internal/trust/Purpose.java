package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate may be used for: RFC 5280 sections 4.2.1.3, 4.2.1.9 and 4.2.1.12. */
final class Purpose {
    private static final String ANY = "2.5.29.37.0";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int KEY_CERT_SIGN = 5;

    private Purpose() {}

    /**
     * Whether it may be a server's.
     *
     * @param authType how the key is used in the handshake, as JSSE calls it; {@code RSA} is the one that encrypts
     */
    static void checkServer(X509Certificate certificate, String authType) throws Flaw {
        checkExtended(certificate);
        boolean[] usage = certificate.getKeyUsage();
        int needed = needed(authType);
        if (usage != null && !usage[needed]) {
            throw new Flaw("Wrong key usage: expected a certificate for " + use(needed) + ", got "
                    + Shown.subject(certificate) + ", which is not");
        }
    }

    private static int needed(String authType) {
        if (authType.equals("RSA") || authType.startsWith("RSA_EXPORT")) {
            return KEY_ENCIPHERMENT;
        }
        return authType.startsWith("ECDH_") || authType.startsWith("DH_") ? KEY_AGREEMENT : DIGITAL_SIGNATURE;
    }

    private static String use(int bit) {
        return switch (bit) {
            case KEY_ENCIPHERMENT -> "keyEncipherment";
            case KEY_AGREEMENT -> "keyAgreement";
            default -> "digitalSignature";
        };
    }

    /** Whether it may vouch for others, for servers among them. */
    static void checkAuthority(X509Certificate certificate) throws Flaw {
        if (certificate.getBasicConstraints() < 0) {
            throw new Flaw("Wrong key usage: expected every issuer to be an authority, got "
                    + Shown.subject(certificate) + ", which is none (RFC 5280 section 4.2.1.9)");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[KEY_CERT_SIGN]) {
            throw new Flaw("Wrong key usage: expected an issuer that may sign certificates, got "
                    + Shown.subject(certificate) + ", which may not");
        }
        checkExtended(certificate);
    }

    private static void checkExtended(X509Certificate certificate) throws Flaw {
        List<String> purposes;
        try {
            purposes = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            throw new Flaw("Expected an extended key usage that can be read in " + Shown.subject(certificate), e);
        }
        if (purposes != null && !purposes.contains(SERVER_AUTH) && !purposes.contains(ANY)) {
            throw new Flaw("Wrong key usage: expected a certificate for TLS servers, got " + Shown.subject(certificate)
                    + ", which is not (RFC 5280 section 4.2.1.12)");
        }
    }
}
