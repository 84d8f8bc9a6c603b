/**
 * TLS as a layer over any wire (RFC 8446, RFC 5246).
 *
 * <p>What to trust, whom to be and which protocols to speak is a {@link dev.jackfield.connector.tls.TlsProfile}.
 * Profiles have names, by which a route asks for them: {@code plain > tls(high)}.
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
