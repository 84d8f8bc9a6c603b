/**
 * TLS as a layer over any wire (RFC 8446, RFC 5246).
 *
 * <p>What to trust, whom to be and which protocols to speak is a {@link dev.jackfield.connector.tls.TlsProfile}.
 * Profiles have names, by which a route asks for them: {@code plain > tls(high)}.
 *
 * <h2>Profiles by configuration</h2>
 *
 * In OSGi each configuration of the factory {@code dev.jackfield.connector.tls.profile} is a profile. A changed one takes
 * the place of the old one for all connections made from then on. One that makes no sense, unknown keys included, is
 * logged, and the old one stays. Files are read when the configuration comes, so who renews a certificate in place
 * touches the configuration afterwards. Lists are arrays, collections, or texts with commas.
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
 *       dev.jackfield.connector.tls.TlsProfile}</td><td>of the base</td></tr>
 *   <tr><td>{@code sni}</td><td>{@code target}, {@code none}, or another name</td><td>{@code target}</td></tr>
 *   <tr><td>{@code resumption}</td><td>{@code true} or {@code false}</td><td>{@code true}</td></tr>
 *   <tr><td>{@code provider}</td><td>the name of a JCA provider</td><td>the platform's first</td></tr>
 *   <tr><td>{@code handshake}</td><td>0.001 to 3600 seconds</td><td>10</td></tr>
 * </table>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.tls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
