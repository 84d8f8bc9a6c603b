package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * From a server's certificate to an authority.
 *
 * @param certificates the server's first, each signed by the next; none if the server's certificate itself is the anchor
 * @param anchor who signed the last
 */
record Path(List<X509Certificate> certificates, X509Certificate anchor) {

    List<X509Certificate> all() {
        return Stream.concat(certificates.stream(), Stream.of(anchor)).toList();
    }
}
