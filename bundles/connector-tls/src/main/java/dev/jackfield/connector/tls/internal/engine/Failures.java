package dev.jackfield.connector.tls.internal.engine;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What engines say when something goes wrong, in sentences that tell whose doing it was. */
final class Failures {
    /** As JSSE says it, and as BoringSSL does. */
    private static final Pattern ALERT =
            Pattern.compile("fatal alert: (\\w+)|(?:SSLV3|TLSV1|TLSV13|TLSV1_1)_ALERT_(\\w+)");

    private Failures() {}

    /** In the handshake. */
    static IOException inHandshake(Throwable failure) {
        if (failure instanceof IOException other && !(failure instanceof SSLException)) {
            return Below.unwrapped(other);
        }
        String alert = alert(failure);
        CertificateException refused = refused(failure);
        String message;
        if (alert != null) {
            message = "The peer broke off the TLS handshake with the alert " + alert;
        } else if (refused != null) {
            message = "The certificate of the peer is refused: " + refused.getMessage();
        } else {
            message = "The TLS handshake failed: " + reason(failure);
        }
        return withCause(new SSLHandshakeException(message), failure);
    }

    /** After the handshake. */
    static IOException later(SSLException failure) {
        String alert = alert(failure);
        return withCause(
                new SSLException(
                        alert != null
                                ? "The peer broke off the TLS connection with the alert " + alert
                                : "The TLS connection is broken: " + reason(failure)),
                failure);
    }

    private static IOException withCause(SSLException described, Throwable cause) {
        described.initCause(cause);
        return described;
    }

    private static String alert(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            Matcher alert = ALERT.matcher(reason(at));
            if (alert.find()) {
                return (alert.group(1) != null ? alert.group(1) : alert.group(2)).toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static CertificateException refused(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof CertificateException refused) {
                return refused;
            }
        }
        return null;
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
