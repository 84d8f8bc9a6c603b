package dev.jackfield.connector.tls.internal.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;

/**
 * Finds a path from a server's certificate to an authority (RFC 5280 section 6, RFC 4158): the JDK's search, which tries
 * other ways where one does not lead on, with our rules as part of it.
 */
final class PathFinder {
    /** How many issuers there may be between server and authority, not counting self-issued ones. */
    static final int INTERMEDIATES = 10;

    private PathFinder() {}

    /**
     * Searches.
     *
     * @param sent what the server sent, its own first, the others in any order
     * @throws Flaw if there is no path; tells what is wrong with the likeliest
     */
    static Path find(List<X509Certificate> sent, Authorities authorities, Date now) throws Flaw {
        X509Certificate leaf = sent.get(0);
        if (authorities.include(leaf)) {
            return new Path(List.of(), leaf);
        }
        if (authorities.anchors().isEmpty()) {
            throw new Flaw("Untrusted: expected an authority that is trusted, but there is none");
        }
        StrictChecker checker = new StrictChecker(leaf);
        try {
            PKIXBuilderParameters parameters = parameters(sent, authorities, now);
            parameters.addCertPathChecker(checker);
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> found = result.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            Path path = new Path(found, result.getTrustAnchor().getTrustedCert());
            AnchorConstraints.check(path);
            return path;
        } catch (CertPathBuilderException e) {
            if (checker.exhausted()) {
                throw new Flaw(
                        "Untrusted: expected a path within " + StrictChecker.STEPS + " steps of searching among the "
                                + sent.size() + " certificates that were sent",
                        e);
            }
            throw Diagnosis.of(sent, authorities, now, e);
        } catch (GeneralSecurityException e) {
            throw e instanceof Flaw flaw ? flaw : new Flaw("Untrusted: the search for a path failed: " + e, e);
        }
    }

    private static PKIXBuilderParameters parameters(List<X509Certificate> sent, Authorities authorities, Date now)
            throws GeneralSecurityException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(sent.get(0));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities.anchors(), leaf);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
        parameters.setRevocationEnabled(false);
        parameters.setMaxPathLength(INTERMEDIATES);
        parameters.setDate(now);
        return parameters;
    }
}
