package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.CertificateException;

/** Why a certificate is refused, in a sentence. */
final class Flaw extends CertificateException {
    private static final long serialVersionUID = 1;

    Flaw(String sentence) {
        super(sentence);
    }

    Flaw(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
