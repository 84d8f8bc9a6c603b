package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names that a certificate vouches for. The common name of its subject is none of them (RFC 9525 section 2).
 *
 * @param dns its dNSNames
 * @param ip its iPAddresses
 */
record PresentedNames(List<String> dns, List<String> ip) {
    private static final int DNS = 2;
    private static final int IP = 7;
    private static final int SHOWN = 5;

    static PresentedNames of(X509Certificate certificate) throws CertificateException {
        List<String> dns = new ArrayList<>();
        List<String> ip = new ArrayList<>();
        for (List<?> name : alternatives(certificate)) {
            if (name.get(0).equals(DNS)) {
                dns.add((String) name.get(1));
            } else if (name.get(0).equals(IP)) {
                ip.add((String) name.get(1));
            }
        }
        return new PresentedNames(List.copyOf(dns), List.copyOf(ip));
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) throws CertificateException {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            throw new CertificateException(
                    "Expected subject alternative names that can be read, got them garbled in "
                            + Shown.subject(certificate),
                    e);
        }
    }

    void check(ServerName server, X509Certificate certificate) throws CertificateException {
        if (dns.stream().anyMatch(server::matchesDns) || ip.stream().anyMatch(server::matchesIp)) {
            return;
        }
        if (dns.isEmpty() && ip.isEmpty()) {
            throw new CertificateException("Wrong host: expected a certificate for " + server
                    + ", got one without subject alternative names, and common names do not count (RFC 9525): "
                    + Shown.subject(certificate));
        }
        String names = "Wrong host: expected a certificate for " + server + ", got one for " + this;
        throw new CertificateException(
                misplaced()
                        ? names + "; a wildcard counts only as the whole leftmost label (RFC 9525 section 6.3)"
                        : names);
    }

    private boolean misplaced() {
        return dns.stream().anyMatch(name -> name.lastIndexOf('*') > 0 || name.equals("*") || name.startsWith("**"));
    }

    /** As many as fit into a sentence. */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>(dns);
        all.addAll(ip);
        String names = all.stream().limit(SHOWN).map(Shown::text).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? names + " and " + (all.size() - SHOWN) + " more" : names;
    }
}
