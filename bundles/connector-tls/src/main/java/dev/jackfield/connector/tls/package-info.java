/**
 * TLS as a layer over any wire (RFC 8446, RFC 5246).
 *
 * <p>What to trust, whom to be and which protocols to speak is a {@link dev.jackfield.connector.tls.TlsProfile}.
 * Profiles have names, by which a route asks for them: {@code plain > tls(high)}.
 *
 * <h2>What can be relied on</h2>
 *
 * <ul>
 *   <li>The end of the stream is a close_notify; without one, {@code read} throws an {@link java.io.EOFException}.
 *   <li>{@code shutdownOutput} sends a close_notify, and reading goes on. When the peer ends first, writing goes on in TLS
 *       1.3 only; before, that was the end of both directions (RFC 5246 section 7.2.1).
 *   <li>{@code close} says good-bye if there is room for it, and does not wait: what was written and not yet taken from
 *       below is lost then. Whoever wants to be sure calls {@code shutdownOutput}, after which it follows by itself.
 *   <li>Renegotiation is refused. New keys and tickets are taken as they come.
 *   <li>Certificates and keys are worked on by the threads for blocking work, never by loops.
 *   <li>A wire holds a buffer only while something is in it.
 *   <li>New connections resume the last session with the same host and port, of the same profile. In TLS 1.3 each ticket is
 *       good for one connection (RFC 8446 appendix C.4), and comes after the handshake, so only who has read something has
 *       one; the platform's provider keeps the last one only.
 * </ul>
 *
 * <h2>Other providers</h2>
 *
 * {@link dev.jackfield.connector.tls.TlsProfile#provider} names one that is installed. Tried is Conscrypt, which costs a
 * fraction of the time of a handshake. What it does not do: it checks certificates and signs on the loop, as its engine
 * has no tasks to delegate; and once the peer has ended its direction nothing more can be written, in TLS 1.3 either.
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
