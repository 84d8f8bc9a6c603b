package dev.jackfield.connector.tls.internal.trust;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * The name constraints of an authority's own certificate (RFC 5937), which PKIX as the JDK does it passes over. Whoever
 * trusts an authority of their own for a few names relies on them.
 */
final class AnchorConstraints {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private AnchorConstraints() {}

    static void check(Path path) throws Flaw {
        byte[] extension = path.anchor().getExtensionValue(NAME_CONSTRAINTS);
        if (extension == null) {
            return;
        }
        X509CertSelector names = new X509CertSelector();
        try {
            names.setNameConstraints(content(extension));
        } catch (IOException e) {
            throw new Flaw("Name constraints: expected some that can be read in " + Shown.subject(path.anchor()), e);
        }
        // The names that are relied upon are the server's. The JDK takes common names of authorities for names of
        // hosts.
        X509Certificate server = path.certificates().isEmpty()
                ? path.anchor()
                : path.certificates().get(0);
        if (!names.match(server)) {
            throw new Flaw("Name constraints: " + Shown.subject(server) + " has names for which its authority "
                    + Shown.subject(path.anchor()) + " may not vouch");
        }
    }

    /** Without the header of the OCTET STRING around it, whose length may take several octets. */
    private static byte[] content(byte[] octets) {
        int first = octets[1] & 0xFF;
        return Arrays.copyOfRange(octets, first < 0x80 ? 2 : 2 + (first & 0x7F), octets.length);
    }
}
