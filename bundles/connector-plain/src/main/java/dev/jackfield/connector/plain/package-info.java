/**
 * TCP and UNIX domain sockets over a selector loop: the connector that is plugged in as {@code plain}, and servers.
 *
 * <p>{@link dev.jackfield.connector.plain.PlainConnector} asks the resolver in use, and lets the addresses race; {@link
 * dev.jackfield.connector.plain.Server} listens and accepts.
 *
 * <p>In OSGi a resolver that is replaced while it is asked loses no question: the next one is asked as well, and whoever knows
 * first has answered.
 *
 * <p>There is {@code unix} besides, which a route begins with where a proxy listens at a path: {@code unix(/run/proxy.sock) >
 * connect}. It does what {@code plain(/run/proxy.sock)} does, and takes nothing but paths.
 *
 * <h2>Settings of the connector</h2>
 *
 * By system properties, or in OSGi by the configuration {@code dev.jackfield.connector.plain}, whose keys have no {@code
 * jackfield.} before them and go before the properties. A configuration that makes no sense is logged and not used. A
 * change holds from the next connect on.
 *
 * <table>
 *   <caption>System properties</caption>
 *   <tr><th>property</th><th>value</th><th>default</th></tr>
 *   <tr><td>{@code jackfield.family}</td><td>{@code any}, {@code ipv4} or {@code ipv6}</td><td>{@code any}</td></tr>
 *   <tr><td>{@code jackfield.serial}</td><td>{@code true}: one address after the other; {@code false}: a race</td>
 *       <td>{@code false}</td></tr>
 *   <tr><td>{@code jackfield.stagger}</td><td>milliseconds between two starts of a race, 10 to 2000</td><td>250</td></tr>
 * </table>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.plain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
