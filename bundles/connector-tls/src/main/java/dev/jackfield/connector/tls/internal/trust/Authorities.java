package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Who is believed. <i>Immutable.</i> */
final class Authorities {
    private final Set<X509Certificate> certificates;
    private final Set<TrustAnchor> anchors = new HashSet<>();
    private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();

    Authorities(Collection<X509Certificate> certificates) {
        this.certificates = Set.copyOf(certificates);
        for (X509Certificate certificate : this.certificates) {
            anchors.add(new TrustAnchor(certificate, null));
            bySubject.merge(certificate.getSubjectX500Principal(), List.of(certificate), Authorities::both);
        }
    }

    private static List<X509Certificate> both(List<X509Certificate> some, List<X509Certificate> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean include(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    List<X509Certificate> named(X500Principal name) {
        return bySubject.getOrDefault(name, List.of());
    }

    Set<TrustAnchor> anchors() {
        return anchors;
    }

    Set<X509Certificate> certificates() {
        return certificates;
    }
}
