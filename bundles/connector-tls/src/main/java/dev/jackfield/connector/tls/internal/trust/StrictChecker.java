package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

/**
 * The rules of ours that PKIX as the JDK does it lacks, for each certificate that it takes into consideration. Called from
 * either end of a path, so it keeps nothing but a count: whoever sends many certificates that all sign each other must not
 * keep us busy.
 */
final class StrictChecker extends PKIXCertPathChecker {
    /** How many steps the search for a path may take; an honest server needs as many as it sends certificates. */
    static final int STEPS = 500;

    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private final X509Certificate leaf;
    private final int[] steps;

    StrictChecker(X509Certificate leaf) {
        this.leaf = leaf;
        this.steps = new int[1];
    }

    @Override
    public void init(boolean forward) {
        // Nothing depends on the order.
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return Set.of(EXTENDED_KEY_USAGE);
    }

    @Override
    public void check(Certificate certificate, Collection<String> critical) throws CertPathValidatorException {
        steps[0]++;
        if (exhausted()) {
            throw new CertPathValidatorException("Expected a path within " + STEPS + " steps");
        }
        X509Certificate x509 = (X509Certificate) certificate;
        try {
            Strength.check(x509);
            if (!x509.equals(leaf)) {
                Purpose.checkAuthority(x509);
            }
        } catch (Flaw e) {
            throw new CertPathValidatorException(e.getMessage(), e);
        }
        critical.remove(EXTENDED_KEY_USAGE);
    }

    /** Whether there was more to try than is allowed. */
    boolean exhausted() {
        return steps[0] > STEPS;
    }
}
