/**
 * Names to addresses, without blocking a loop.
 *
 * <p>There are two resolvers in this bundle. The standard one answers, in this order:
 *
 * <ol>
 *   <li>literal addresses and UNIX domain sockets, without any I/O;
 *   <li>{@code localhost} and names below it: 127.0.0.1 and ::1, whatever anybody else says (RFC 6761 section 6.3);
 *   <li>the hosts file, in which a name is what it is letter by letter, but for capitals of ASCII: one beyond ASCII has to
 *       stand there in its ASCII form;
 *   <li>the name servers of resolv.conf, asked from the query's own loop. Where there are none, or the loop is no {@link
 *       dev.jackfield.loop.ChannelLoop}, the JVM's resolver is asked instead, on {@link
 *       dev.jackfield.loop.Loop#blocking()}.
 * </ol>
 *
 * <p>If the query has the name of a service, name servers are asked for SRV records first (RFC 2782). Their order is the
 * outermost one; the addresses of each host are sorted by RFC 6724. Of an answer, the first 128 records are used. Answers
 * are remembered for as long as they say, within the bounds of {@link dev.jackfield.resolver.ResolverOptions}. Files are
 * looked at again when that was more than a second ago, off the loop.
 *
 * <p>Silence is waited for, but not by those who listen {@linkplain dev.jackfield.resolver.Query#early early}: if there
 * are no SRV records after a second, the host itself is asked for as well, and its addresses are published early. They
 * are the answer if there are no SRV records in the end; if there are, they are the answer, however late they came, and
 * the host's addresses are not among it. Likewise, if better targets of SRV records have been silent for a second, those
 * after them are published early, and the better ones take their places before them when they come.
 *
 * <p>The other one, {@code system}, leaves hosts file and name servers to the JVM's resolver; {@link
 * dev.jackfield.resolver.Resolvers} makes either. In OSGi both are services, with the property {@code jackfield.name}
 * and a lower ranking for {@code system}; on the module path both are providers, the standard one first.
 *
 * <h2>Settings of the standard resolver</h2>
 *
 * By system properties, or in OSGi by the configuration {@code dev.jackfield.resolver}, whose keys have no {@code
 * jackfield.} before them and go before the properties. A configuration that makes no sense is logged and not used.
 *
 * <table>
 *   <caption>System properties</caption>
 *   <tr><th>property</th><th>value</th><th>default</th></tr>
 *   <tr><td>{@code jackfield.hosts}</td><td>path of the hosts file</td><td>the platform's</td></tr>
 *   <tr><td>{@code jackfield.dns}</td><td>name servers, each {@code ADDRESS} or {@code ADDRESS:PORT} (IPv6 in brackets if
 *       there is a port), with commas between; port 53 unless said otherwise</td><td>those of resolv.conf</td></tr>
 *   <tr><td>{@code jackfield.resolv.conf}</td><td>path of resolv.conf</td><td>{@code /etc/resolv.conf}</td></tr>
 *   <tr><td>{@code jackfield.services}</td><td>path of the table of services</td><td>the platform's</td></tr>
 *   <tr><td>{@code jackfield.resolver}</td><td>{@code hosts-first}, {@code dns-first} or {@code system}</td><td>{@code
 *       hosts-first}</td></tr>
 * </table>
 */
@Export
@Version("1.0.0")
package dev.jackfield.resolver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
