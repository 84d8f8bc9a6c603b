/**
 * TLS as a layer over any wire (RFC 8446, RFC 5246).
 *
 * <p>What to trust, whom to be and which protocols to speak is a {@link dev.jackfield.connector.tls.TlsProfile}.
 * Profiles have names, by which a route asks for them: {@code plain > tls(high)}.
 *
 * <h2>Whom a profile trusts</h2>
 *
 * Unless anyone is trusted, a server has to show a certificate from which a path leads to an authority that is trusted. The
 * JDK searches and validates it (PKIX, RFC 5280 section 6), whatever the order in which certificates were sent; beyond what
 * it asks for,
 *
 * <ul>
 *   <li>no certificate on the path may have an RSA key of less than 2048 bits, an EC key of less than 224, a key of another
 *       kind than these and EdDSA, or a signature made with MD5 or SHA-1; what the authority has signed itself with does
 *       not matter;
 *   <li>issuers have to be authorities, allowed to sign certificates, and none may be limited to other purposes than TLS
 *       servers; the server's own must be for that, and for the key exchange;
 *   <li>name constraints in the authority's own certificate hold, too;
 *   <li>there may be 10 intermediates at most, and the search may take 500 steps;
 *   <li>the certificate has to name the host (RFC 9525): in its subject alternative names, never in its common name; a
 *       {@code *} counts as the whole leftmost label only, and not for addresses;
 *   <li>if keys are pinned, one of them has to be on the path, the authority's included. Where anyone is trusted, it has to
 *       be the server's own.
 * </ul>
 *
 * The platform has the last word where its authorities are trusted, for it distrusts some of them from a day on. Nobody is
 * asked whether a certificate was revoked. What is refused is told in one sentence, which says which of these it was.
 *
 * <p>Two limits are the JDK's: it takes 10 certificates of a server unless the system property {@code
 * jdk.tls.maxCertificateChainLength} allows more, and where an intermediate has name constraints, it takes common names of
 * the authorities below, and of servers that have no other names, for names of hosts.
 *
 * <h2>What can be relied on</h2>
 *
 * <ul>
 *   <li>The end of the stream is a close_notify; without one, {@code read} throws an {@link java.io.EOFException}.
 *   <li>{@code shutdownOutput} sends a close_notify, and reading goes on. When the peer ends first, writing goes on in TLS
 *       1.3 only; before, that was the end of both directions (RFC 5246 section 7.2.1).
 *   <li>{@code close} says good-bye if there is room for it, and does not wait: what was written and not yet taken from
 *       below is lost then, after {@code shutdownOutput}, too. What has been taken is on its way; what the peer has sent
 *       by then is taken away, up to 128 KiB, because a socket closed with something unread in it is reset. Whoever wants
 *       to be sure that everything arrives calls {@code shutdownOutput}, after which what is left follows by itself, and
 *       reads to -1 before {@code close}.
 *   <li>A handshake takes its turns with all else on the loop. The peer may send 1 MiB in it, and 64 records that carry
 *       nothing.
 *   <li>Renegotiation is refused. New keys and tickets are taken as they come, for as long as the connection lasts; but a
 *       flood of records that carry no data ends it: more than 256 in a row, and 16 more for each second since data came
 *       last. No read takes more than 64 of them, so that all else on the loop has its turns.
 *   <li>What the peer of a TLS connection has done wrong is told as it is through all that is over it, TLS included, and
 *       the hop of the route that is named is the one with that peer. Nothing can be written on a broken connection.
 *   <li>Certificates and keys are worked on by the threads for blocking work, never by loops: by one more of them at once than
 *       there are processors, but by 8 at most, half of those there are by default, so that the rest is left to look-ups
 *       and files. Whichever handshake is further along goes first: however many begin at once, those that have begun go
 *       before the rest. One that is cancelled in the middle of it gives its thread back only when that is done.
 *   <li>A profile's limit for a handshake is for the peer: for all the time in which something is expected of it. What this
 *       side takes, to compute and to wait for a thread, counts only for the caller's limits, which are for everything:
 *       those of the attempt, and with the HTTP client those on connecting and on the whole request.
 *   <li>A wire holds a buffer only while something is in it.
 *   <li>New connections resume the last session with the same host and port, of the same profile and of those with whom
 *       they may share ({@link dev.jackfield.connector.Attempt#affinity}): with the HTTP client, where the connection itself
 *       could have been shared, by client, route and session. Of 64 such groups the sessions are remembered, 1000 of each.
 *       In TLS 1.3 each ticket is good for one connection (RFC 8446 appendix C.4), and comes after the handshake, so only
 *       who has read something has one; the platform's provider keeps the last one only.
 * </ul>
 *
 * <h2>Other providers</h2>
 *
 * {@link dev.jackfield.connector.tls.TlsProfile#provider} names one that is installed. Tried is Conscrypt, which costs a
 * fraction of the time of a handshake. What it does not do: it checks certificates and signs on the loop, as its engine
 * has no tasks to delegate; and once the peer has ended its direction nothing more can be written, in TLS 1.3 either.
 *
 * <h2>Profiles by configuration</h2>
 *
 * In OSGi each configuration of the factory {@code dev.jackfield.connector.tls.profile} is a profile. A changed one takes
 * the place of the old one for all connections made from then on. One that makes no sense, unknown keys included, is
 * logged, and the old one stays. Files are read when the configuration comes, so who renews a certificate in place
 * touches the configuration afterwards. Each key may have a dot before it, as OSGi has it for what nobody shall see, and
 * means the same; no profile becomes a service, so no key is a property of one anyway. Lists are arrays,
 * collections, or texts with commas. Blanks around values do not count, but those of passwords do.
 *
 * <table>
 *   <caption>Keys</caption>
 *   <tr><th>key</th><th>value</th><th>default</th></tr>
 *   <tr><td>{@code name}</td><td>what routes call it: {@code tls(name)}; {@code high} and {@code low} can be replaced, too
 *       </td><td></td></tr>
 *   <tr><td>{@code base}</td><td>{@code high} or {@code low}: where what is not said here comes from</td>
 *       <td>{@code high}</td></tr>
 *   <tr><td>{@code ranking}</td><td>of several of a name the highest is in use</td><td>0</td></tr>
 *   <tr><td>{@code trust}</td><td>{@code platform}, {@code anyone}, or files: PEM, or PKCS #12 if they end in {@code .p12},
 *       {@code .pfx} or {@code .pkcs12}</td><td>of the base</td></tr>
 *   <tr><td>{@code trust.password}</td><td>of those in PKCS #12</td><td>empty</td></tr>
 *   <tr><td>{@code host.checked}</td><td>{@code true} or {@code false}</td><td>of the base</td></tr>
 *   <tr><td>{@code keys}</td><td>client certificates, each {@code hosts=file}: a file in PKCS #12, or in PEM with chain and
 *       key, or {@code chain;key}. Hosts as in {@link dev.jackfield.connector.tls.Identity}</td><td>none</td></tr>
 *   <tr><td>{@code keys.password}</td><td>of those that are encrypted</td><td>empty</td></tr>
 *   <tr><td>{@code protocols}, {@code ciphers}, {@code pins}, {@code alpn}</td><td>as in {@link
 *       dev.jackfield.connector.tls.TlsProfile}, but the provider has to know each of the suites, and no pins are {@code
 *       none}</td><td>of the
 *       base</td></tr>
 *   <tr><td>{@code sni}</td><td>{@code target}, {@code none}, or another name</td><td>{@code target}</td></tr>
 *   <tr><td>{@code resumption}</td><td>{@code true} or {@code false}</td><td>{@code true}</td></tr>
 *   <tr><td>{@code provider}</td><td>the name of a JCA provider that is installed by then</td><td>the platform's first</td></tr>
 *   <tr><td>{@code handshake}</td><td>0.001 to 3600 seconds for the peer's part</td><td>10</td></tr>
 * </table>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
