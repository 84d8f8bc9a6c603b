package dev.jackfield.anyevent;

import dev.jackfield.address.HostService;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.address.Protocol;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.anyevent.internal.Octets;
import dev.jackfield.anyevent.internal.Patched;
import dev.jackfield.anyevent.internal.SocketAddresses;
import dev.jackfield.anyevent.internal.SocketOptions;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The functions of AnyEvent::Socket, and those of AnyEvent::HTTP that need connections. What only reads or writes text is static; what needs sockets needs an instance: in
 * OSGi the service, elsewhere {@link #open()}.
 *
 * <p>Connections are made by the connector that is plugged in under {@code plain} at that moment, names looked up by the
 * resolver in use. Closing ends every server and every attempt that was begun here; connections that were handed out live
 * on as long as their loops. Afterwards an instance of one's own has no loops any more, and what needs one throws {@link
 * java.util.concurrent.RejectedExecutionException}, or {@link IOException} for servers.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface AnyEvent extends AnyEventHttp, Guard {

    /** The token that stands for UNIX domain sockets among binary addresses, in hexadecimal digits. */
    String UNIX = "0100";

    /**
     * An instance with loops of its own and with what {@link java.util.ServiceLoader} finds. Not for OSGi.
     *
     * @return to be closed by the caller, with every server and connection attempt that is left
     */
    static AnyEvent open() {
        return new Patched();
    }

    /**
     * {@code parse_ipv4}.
     *
     * @param dottedQuad in any of the forms of POSIX
     * @return 4 octets, or empty
     */
    static Optional<byte[]> parseIpv4(String dottedQuad) {
        return Ipv4.parse(dottedQuad).map(IpAddress::octets);
    }

    /**
     * {@code parse_ipv6}.
     *
     * @param textualIpv6Address in a form of RFC 4291, or IPv4, which is mapped; no zone
     * @return 16 octets, or empty
     */
    static Optional<byte[]> parseIpv6(String textualIpv6Address) {
        return Ipv6.parse(textualIpv6Address).map(IpAddress::octets);
    }

    /**
     * {@code parse_unix}.
     *
     * @param hostname perhaps {@code unix/}
     * @return the octets of {@link #UNIX} if it is, or empty
     */
    static Optional<byte[]> parseUnix(String hostname) {
        return hostname.equals(UnixAddress.HOST) ? Optional.of(Octets.unix()) : Optional.empty();
    }

    /**
     * {@code parse_address}.
     *
     * @param ip what {@link #parseIpv4}, {@link #parseIpv6} or {@link #parseUnix} takes
     * @return 4 octets, also for a mapped address, 16 octets, or those of {@link #UNIX}; or empty
     */
    static Optional<byte[]> parseAddress(String ip) {
        return IpAddress.parse(ip).map(IpAddress::octets).or(() -> parseUnix(ip));
    }

    /**
     * {@code AnyEvent::Socket::aton}.
     *
     * @param ip as in {@link #parseAddress}
     * @return as {@link #parseAddress}
     */
    static Optional<byte[]> aton(String ip) {
        return parseAddress(ip);
    }

    /**
     * {@code getprotobyname}.
     *
     * @param name for example {@code tcp}
     * @return name, alias and number, or empty
     */
    static Optional<Protocol> getprotobyname(String name) {
        return Protocol.of(name);
    }

    /**
     * {@code parse_hostport} without a default.
     *
     * @param string for example {@code localhost:443}
     * @return host and service, or empty
     */
    static Optional<HostService> parseHostport(String string) {
        return HostService.parse(string);
    }

    /**
     * {@code parse_hostport}.
     *
     * @param string for example {@code localhost}
     * @param defaultService for example {@code https}; empty for none
     * @return host and service, or empty
     */
    static Optional<HostService> parseHostport(String string, String defaultService) {
        return HostService.parse(string, defaultService);
    }

    /**
     * {@code format_hostport}.
     *
     * @param host in textual form
     * @param port a number, a service or a path; empty for none
     * @return text that {@link #parseHostport(String, String)} reads again
     * @throws IllegalArgumentException if the host is none
     */
    static String formatHostport(String host, String port) {
        return new HostService(host, port).toString();
    }

    /**
     * {@code address_family}.
     *
     * @param ipn a binary address
     * @return one of {@link java.net.StandardProtocolFamily}
     * @throws IllegalArgumentException if it is not one
     */
    static ProtocolFamily addressFamily(byte[] ipn) {
        return Octets.family(ipn);
    }

    /**
     * {@code format_ipv4}.
     *
     * @param ipn 4 octets
     * @return a dotted quad
     * @throws IllegalArgumentException if it has another length
     */
    static String formatIpv4(byte[] ipn) {
        return Octets.ipv4(ipn).toString();
    }

    /**
     * {@code format_ipv6}.
     *
     * @param ipn 16 octets
     * @return the form of RFC 5952; a mapped IPv4 address stays one
     * @throws IllegalArgumentException if it has another length
     */
    static String formatIpv6(byte[] ipn) {
        return Octets.ipv6(ipn).toString();
    }

    /**
     * {@code format_address}.
     *
     * @param ipn a binary address
     * @return its text, that of a mapped IPv4 address as a dotted quad, {@code unix/}; or empty if it is none
     */
    static Optional<String> formatAddress(byte[] ipn) {
        return Octets.format(ipn);
    }

    /**
     * {@code AnyEvent::Socket::ntoa}.
     *
     * @param ipn as in {@link #formatAddress}
     * @return as {@link #formatAddress}
     */
    static Optional<String> ntoa(byte[] ipn) {
        return formatAddress(ipn);
    }

    /**
     * {@code pack_sockaddr}.
     *
     * @param service the port, 0 to 65535, or the path of a UNIX domain socket
     * @param host a binary address
     * @return the JDK's form of both
     * @throws IllegalArgumentException if one of them has another form
     */
    static SocketAddress packSockaddr(String service, byte[] host) {
        return SocketAddresses.pack(service, host);
    }

    /**
     * {@code unpack_sockaddr}.
     *
     * @param sa of an IP or a UNIX domain socket
     * @return the address as text, or {@code unix/}, and the port or the path; the seed has them the other way round, and
     *     the address in octets, for which there is {@link #parseAddress}
     * @throws IllegalArgumentException if it is of another kind, or unresolved
     */
    static HostService unpackSockaddr(SocketAddress sa) {
        return SocketAddresses.unpack(sa);
    }

    /**
     * {@code tcp_nodelay}. Connections of Jackfield have it enabled.
     *
     * @param fh a TCP socket
     * @param enable or disable
     * @return false if that failed
     */
    static boolean tcpNodelay(NetworkChannel fh, boolean enable) {
        return SocketOptions.nodelay(fh, enable);
    }

    /**
     * {@code tcp_congestion}. The JDK, up to version 25, has no such option; if the channel's provider has one of the name
     * {@code TCP_CONGESTION}, that is set.
     *
     * @param fh a TCP socket
     * @param algorithm for example {@code cubic}
     * @return false if it could not be set
     */
    static boolean tcpCongestion(NetworkChannel fh, String algorithm) {
        return SocketOptions.congestion(fh, algorithm);
    }

    /**
     * {@code inet_aton}.
     *
     * @param nameOrAddress a host name or a literal address
     * @param cb gets arrays of 4 and 16 octets; an empty list if the name leads nowhere
     */
    void inetAton(String nameOrAddress, Consumer<? super List<byte[]>> cb);

    /**
     * {@code resolve_sockaddr}.
     *
     * @param node a literal address, a host name, or {@code unix/}
     * @param service a number, the name of a service, {@code name=port}, or a path
     * @param proto {@code tcp}, {@code udp} or {@code sctp}; empty for tcp
     * @param family 0 for any, 4 or 6
     * @param type of the socket
     * @param cb gets the addresses in the order in which they should be tried; an empty list if there are none
     * @throws IllegalArgumentException if the protocol or the family is another
     */
    void resolveSockaddr(
            String node,
            String service,
            String proto,
            int family,
            SocketType type,
            Consumer<? super List<Sockaddr>> cb);

    /**
     * {@code tcp_connect}.
     *
     * @param host a host name, a literal address, or {@code unix/}
     * @param service a number, the name of a service, {@code name=port}, or a path
     * @param connectCb hears how it ended
     * @return calls the attempt off; does nothing to a connection that was handed out
     */
    default Guard tcpConnect(String host, String service, ConnectCallback connectCb) {
        return tcpConnect(host, service, connectCb, fh -> 0);
    }

    /**
     * {@code tcp_connect} with preparation.
     *
     * @param host a host name, a literal address, or {@code unix/}
     * @param service a number, the name of a service, {@code name=port}, or a path
     * @param connectCb hears how it ended
     * @param prepareCb sees each socket before it is connected, and limits the time
     * @return calls the attempt off; does nothing to a connection that was handed out
     */
    Guard tcpConnect(String host, String service, ConnectCallback connectCb, PrepareCallback prepareCb);

    /**
     * {@code tcp_server}.
     *
     * @param host a literal address, {@code unix/}, or empty for the wildcard
     * @param service a number, the name of a service, or a path; empty or 0 for any free port
     * @param acceptCb gets every connection
     * @return stops the server and removes its path; accepted connections live on
     * @throws IOException if it cannot listen
     */
    default Guard tcpServer(String host, String service, AcceptCallback acceptCb) throws IOException {
        return tcpServer(host, service, acceptCb, (fh, thishost, thisport) -> 0);
    }

    /**
     * {@code tcp_server} with preparation.
     *
     * @param host a literal address, {@code unix/}, or empty for the wildcard
     * @param service a number, the name of a service, or a path; empty or 0 for any free port
     * @param acceptCb gets every connection
     * @param prepareCb sees the socket and its address just before it listens
     * @return stops the server and removes its path; accepted connections live on
     * @throws IOException if it cannot listen
     */
    Guard tcpServer(String host, String service, AcceptCallback acceptCb, ListenCallback prepareCb) throws IOException;

    /**
     * {@code AnyEvent::Socket::tcp_bind}.
     *
     * @param host a literal address, {@code unix/}, or empty for the wildcard
     * @param service a number, the name of a service, or a path; empty or 0 for any free port
     * @param doneCb gets the listening socket, before this function returns
     * @return closes the socket and removes its path
     * @throws IOException if it cannot listen
     */
    default Guard tcpBind(String host, String service, Consumer<? super ServerSocketChannel> doneCb)
            throws IOException {
        return tcpBind(host, service, doneCb, (fh, thishost, thisport) -> 0);
    }

    /**
     * {@code AnyEvent::Socket::tcp_bind} with preparation.
     *
     * @param host a literal address, {@code unix/}, or empty for the wildcard
     * @param service a number, the name of a service, or a path; empty or 0 for any free port
     * @param doneCb gets the listening socket, before this function returns
     * @param prepareCb sees the socket and its address just before it listens
     * @return closes the socket and removes its path
     * @throws IOException if it cannot listen
     */
    Guard tcpBind(String host, String service, Consumer<? super ServerSocketChannel> doneCb, ListenCallback prepareCb)
            throws IOException;
}
