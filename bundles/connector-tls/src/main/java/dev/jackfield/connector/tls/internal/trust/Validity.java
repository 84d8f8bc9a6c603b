package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.X509Certificate;
import java.util.Date;

/** Whether it is time for a certificate. */
final class Validity {
    private Validity() {}

    static void check(X509Certificate certificate, Date now) throws Flaw {
        if (now.after(certificate.getNotAfter())) {
            throw new Flaw("Expired: " + Shown.subject(certificate) + " was good until "
                    + Shown.time(certificate.getNotAfter()));
        }
        if (now.before(certificate.getNotBefore())) {
            throw new Flaw("Not yet valid: " + Shown.subject(certificate) + " will be good from "
                    + Shown.time(certificate.getNotBefore()));
        }
    }
}
