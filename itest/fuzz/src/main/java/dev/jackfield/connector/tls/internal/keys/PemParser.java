package dev.jackfield.connector.tls.internal.keys;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.orRefusal;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.itest.fuzz.Parser;
import dev.jackfield.itest.fuzz.Text;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Certificates and keys in PEM. Whatever the text, lines may end as on any system. */
public final class PemParser implements Parser {
    private static final char[] NO_PASSWORD = {};

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        Optional<List<X509Certificate>> certificates = orRefusal(() -> Pem.certificates(text));
        certificates.ifPresent(some -> holds(!some.isEmpty(), () -> "No certificate, and no error"));
        orRefusal(() -> Pem.key(text, NO_PASSWORD)).ifPresent(key -> same(key.getFormat(), "PKCS#8", () -> "A key"));
        if (text.indexOf('\r') < 0) {
            same(orRefusal(() -> Pem.certificates(text.replace("\n", "\r\n"))), certificates, () -> "With CR and LF");
        }
    }
}
