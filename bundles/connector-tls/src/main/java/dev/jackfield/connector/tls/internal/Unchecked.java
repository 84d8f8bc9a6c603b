package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says that a profile leaves out what makes TLS safe. By a logger of its own, so that who has said so can hush it. */
final class Unchecked {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.tls.unchecked");

    private Unchecked() {}

    /** Called once for each profile that is in use. */
    static void warn(TlsProfile profile) {
        if (profile.trust() instanceof Trust.Anyone) {
            LOG.log(Level.WARNING, "A TLS profile that trusts anyone is in use, so whoever is on the way can read all");
        } else if (!profile.hostChecked()) {
            LOG.log(
                    Level.WARNING,
                    "A TLS profile that does not check the host is in use, so whoever is on the way and has a certificate"
                            + " of an authority that it trusts, for whatever host, can read all");
        }
    }
}
