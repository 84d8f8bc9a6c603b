package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.shell.internal.Terminal;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What TLS has come to, for people to read. */
public final class Security {
    private Security() {}

    /**
     * Tells of the topmost TLS of a wire.
     *
     * @param wire any
     * @return one line on what was negotiated, one on the certificate; as far as there is something to tell
     */
    public static List<String> of(Wire wire) {
        List<String> lines = new ArrayList<>();
        wire.beneath(Negotiated.class).map(Security::text).ifPresent(lines::add);
        wire.beneath(SSLSession.class).ifPresent(session -> {
            try {
                if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                    lines.add(text(certificate));
                }
            } catch (SSLPeerUnverifiedException e) {
                // Nobody has shown a certificate.
            }
        });
        return lines;
    }

    private static String text(Negotiated negotiated) {
        return negotiated.protocol() + ", " + negotiated.cipher() + ", "
                + (negotiated.application().isEmpty() ? "no ALPN" : "ALPN " + negotiated.application()) + ", "
                + (negotiated.resumed() ? "resumed" : "new") + " session";
    }

    /** Whatever names are in it, others have chosen them. */
    private static String text(X509Certificate certificate) {
        return Terminal.oneLine("Certificate of " + certificate.getSubjectX500Principal() + " until "
                + certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC) + ", by "
                + certificate.getIssuerX500Principal());
    }
}
