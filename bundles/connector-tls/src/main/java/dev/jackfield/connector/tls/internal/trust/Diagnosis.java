package dev.jackfield.connector.tls.internal.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says why there is no path, which the JDK's search does not: follows the signatures from the server's certificate to an
 * authority, or as far as they go, and tells what is wrong with the first certificate that breaks a rule. Decides nothing.
 */
final class Diagnosis {
    private final List<X509Certificate> sent;
    private final Authorities authorities;
    private final Date now;
    private List<X509Certificate> longest = List.of();

    private Diagnosis(List<X509Certificate> sent, Authorities authorities, Date now) {
        this.sent = sent;
        this.authorities = authorities;
        this.now = now;
    }

    static Flaw of(List<X509Certificate> sent, Authorities authorities, Date now, Exception cause) {
        Diagnosis diagnosis = new Diagnosis(sent, authorities, now);
        try {
            return new Flaw(diagnosis.sentence(), cause);
        } catch (GeneralSecurityException e) {
            return new Flaw(
                    "Untrusted: there is no path to an authority that is trusted: " + cause.getMessage(), cause);
        }
    }

    private String sentence() throws GeneralSecurityException {
        List<X509Certificate> way = new ArrayList<>();
        X509Certificate anchor = climb(sent.get(0), way, new HashSet<>());
        return anchor != null ? broken(new Path(way, anchor)) : end(longest);
    }

    /** Depth first; a certificate that led nowhere is not tried again. */
    private X509Certificate climb(X509Certificate from, List<X509Certificate> way, Set<X509Certificate> seen) {
        way.add(from);
        if (way.size() > longest.size()) {
            longest = List.copyOf(way);
        }
        X509Certificate anchor = signers(from, authorities.named(from.getIssuerX500Principal()).stream())
                .findFirst()
                .orElse(null);
        if (anchor != null) {
            return anchor;
        }
        seen.add(from);
        for (X509Certificate next : signers(from, sent.stream()).toList()) {
            anchor = seen.contains(next) ? null : climb(next, way, seen);
            if (anchor != null) {
                return anchor;
            }
        }
        way.remove(way.size() - 1);
        return null;
    }

    private static Stream<X509Certificate> signers(X509Certificate certificate, Stream<X509Certificate> candidates) {
        return candidates
                .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(one -> signed(certificate, one));
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String end(List<X509Certificate> way) {
        X509Certificate last = way.get(way.size() - 1);
        String flaw = flaw(way);
        if (!flaw.isEmpty()) {
            return flaw;
        }
        if (!signed(last, last)) {
            return "Untrusted: expected a path to an authority that is trusted, got as far as " + Shown.subject(last)
                    + ", which was signed by a " + Shown.name(last.getIssuerX500Principal())
                    + " that is neither trusted nor was it sent";
        }
        return way.size() == 1
                ? "Self-signed: expected a certificate signed by an authority, got " + Shown.subject(last)
                        + ", which vouches for itself"
                : "Untrusted root: expected a path to an authority that is trusted, got one to " + Shown.subject(last);
    }

    /** Of issuers only; the server's own certificate is looked at before any path is searched for. */
    private String flaw(List<X509Certificate> way) {
        try {
            Strength.check(way.get(0));
            for (X509Certificate issuer : way.subList(1, way.size())) {
                Validity.check(issuer, now);
                Purpose.checkAuthority(issuer);
                // The signature of a root upon itself says nothing.
                if (signed(issuer, issuer)) {
                    Strength.checkKey(issuer);
                } else {
                    Strength.check(issuer);
                }
            }
            return "";
        } catch (Flaw e) {
            return e.getMessage();
        }
    }

    private String broken(Path path) throws GeneralSecurityException {
        String flaw = flaw(path.certificates());
        if (!flaw.isEmpty()) {
            return flaw;
        }
        if (path.certificates().size() > PathFinder.INTERMEDIATES + 1) {
            return "Untrusted: expected a path of at most " + PathFinder.INTERMEDIATES + " intermediates, got "
                    + (path.certificates().size() - 1);
        }
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(now);
        parameters.addCertPathChecker(new StrictChecker(path.certificates().get(0)));
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path.certificates()), parameters);
        } catch (CertPathValidatorException e) {
            return sentence(e, path);
        }
        return "Untrusted: there is no path to an authority that is trusted";
    }

    private static String sentence(CertPathValidatorException e, Path path) {
        String at = e.getIndex() < 0
                ? "the path"
                : Shown.subject(path.certificates().get(e.getIndex()));
        if (e.getReason() == PKIXReason.INVALID_NAME) {
            return "Name constraints: " + at + " has names for which its issuers may not vouch"
                    + " (RFC 5280 section 4.2.1.10)";
        }
        if (e.getReason() == PKIXReason.PATH_TOO_LONG) {
            return "Wrong key usage: " + at + " has more issuers below it than its path length allows"
                    + " (RFC 5280 section 4.2.1.9)";
        }
        if (e.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
            return "Weak key or hash: the JDK's settings refuse those of " + at + ": " + e.getMessage();
        }
        return "Untrusted: " + at + " is refused: " + e.getMessage();
    }
}
