/**
 * SOCKS proxies as {@linkplain dev.jackfield.connector.Layer layers}, plugged in as {@code socks4}, {@code socks4a} and
 * {@code socks5}.
 *
 * <pre>{@code
 * plain > socks5(user:secret@127.0.0.1:1080) > tls(high)
 * plain > socks5(127.0.0.1:1080) > socks5(inner.example:1080) > socks4a(user@far.example:9050)
 * }</pre>
 *
 * In code the same is {@code connector.by(proxy, Socks5.as(credentials))}.
 *
 * <table>
 *   <caption>What each can do</caption>
 *   <tr><th></th><th>targets</th><th>in brackets, before the address</th><th>source</th></tr>
 *   <tr><td>{@link dev.jackfield.connector.socks.Socks4 socks4}</td><td>IPv4 addresses</td><td>a user</td>
 *       <td>"SOCKS: A protocol for TCP proxy across firewalls", Y.-D. Lee</td></tr>
 *   <tr><td>{@link dev.jackfield.connector.socks.Socks4a socks4a}</td><td>IPv4 addresses and names</td><td>a user</td>
 *       <td>"SOCKS 4A: A Simple Extension to SOCKS 4 Protocol", Y.-D. Lee</td></tr>
 *   <tr><td>{@link dev.jackfield.connector.socks.Socks5 socks5}</td><td>IPv4 and IPv6 addresses, and names</td>
 *       <td>a user and a password</td><td>RFC 1928, RFC 1929</td></tr>
 * </table>
 *
 * <p>A name is never looked up here. It travels to the proxy as it would to a name server: in ASCII, labels beyond it as
 * A-labels ({@link dev.jackfield.address.HostName}). A target has to have a port by number, or by a service that is known
 * ({@link dev.jackfield.address.HostPort#port()}): SRV records, too, would have to be looked up by the proxy, which cannot
 * be asked to. Neither paths of UNIX domain sockets nor IPv6 addresses with a zone mean anything to a proxy.
 *
 * <p>A handshake reads its own octets, and hands the very wire on that it was given. Where the target may be the first to
 * speak (SMTP, SSH), not one octet more is read: what it says is there to be read, in whatever packet it came. Where it is
 * known that the client begins ({@link dev.jackfield.connector.Wires#clientBegins}), octets that have come already behind
 * the proxy's last answer are an error: nobody can have sent them but the proxy. So is an end of the connection by then.
 * What comes later is for the layer above to judge.
 *
 * <p>What goes wrong is a {@link dev.jackfield.connector.socks.SocksFailure}, or the {@link java.io.IOException} of the
 * wire. How long it may take is up to the route ({@link dev.jackfield.connector.Attempt#limit}).
 *
 * <p>Users and passwords are sent in UTF-8, for no standard says otherwise, and in clear, for that is the protocol: put
 * {@code tls} below where the way to the proxy is not to be trusted.
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector.socks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
