package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.security.auth.x500.X500Principal;

/** What strangers wrote into a certificate, as it can stand in a message. */
final class Shown {
    private static final int LONGEST = 120;

    private Shown() {}

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    static String name(X500Principal name) {
        String text = name.toString();
        return text.isEmpty() ? "a certificate without a subject" : "\"" + text(text) + "\"";
    }

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
    }

    static String time(Date date) {
        return Instant.ofEpochMilli(date.getTime())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
