package dev.jackfield.address;

import dev.jackfield.address.internal.HostPortText;
import java.util.Objects;
import java.util.Optional;

/**
 * What to connect to: a host, by name or by literal address, and a port, by number or by the name of a service; or the
 * path of a UNIX domain socket. <i>Immutable.</i>
 *
 * <p>The host stays the text that was given: names are not looked up, lower-cased or converted. So two are equal when
 * their texts are.
 *
 * <p>Whoever can do with numbers alone (a SOCKS handshake, say) uses {@link #port()} and refuses a target where it is 0.
 *
 * @param host a name or a literal without brackets, an IPv6 one with a {@code %zone} if its scope has need of it; no
 *     controls, blanks, brackets, {@code #} or {@code /}; a colon only in an IPv6 address; never empty. Or {@value
 *     UnixAddress#HOST}
 * @param port 0 to 65535. If there is a service: the port to use where no SRV record tells another; 0 stands for the one
 *     in {@link ServiceNames#builtIn()}, of TCP or else of UDP, and stays only where that does not have the service, so
 *     that only the system's table can tell. 0 for a UNIX domain socket
 * @param service empty if the port was given as a number; otherwise the name of a service, for which SRV records are
 *     asked (RFC 2782), of at most {@value #MAX_SERVICE} ASCII letters (one at least), digits, {@code -}, {@code .},
 *     {@code _} and {@code +}, and {@code =} if the port is not 0; or the absolute path of a UNIX domain socket
 */
public record HostPort(String host, int port, String service) {
    /** How long the name of a service may be: with an underscore before it, it has to fit a label of the DNS. */
    public static final int MAX_SERVICE = 62;

    /**
     * Checks all.
     *
     * @throws IllegalArgumentException if one is out of bounds, or a path has no {@value UnixAddress#HOST} before it
     */
    public HostPort {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(service, "service");
        HostPortText.check(host, port, service);
        port = HostPortText.port(port, service);
    }

    /**
     * A host and a port.
     *
     * @param host a name or a literal, without brackets
     * @param port 0 to 65535
     * @return both
     * @throws IllegalArgumentException if one of them is out of bounds
     */
    public static HostPort of(String host, int port) {
        return new HostPort(host, port, "");
    }

    /**
     * A host and a service.
     *
     * @param host a name or a literal, without brackets, or {@value UnixAddress#HOST}
     * @param service a number from 0 to 65535, the name of a service, {@code name=number} for a service that no
     *     table need know (then a number from 1), or the absolute path of a UNIX domain socket
     * @return both
     * @throws IllegalArgumentException if one of them has another form
     */
    public static HostPort of(String host, String service) {
        return HostPortText.of(host, service);
    }

    /**
     * A UNIX domain socket.
     *
     * @param path absolute
     * @return the host {@value UnixAddress#HOST} with that path
     * @throws IllegalArgumentException if the path is not absolute
     */
    public static HostPort unix(String path) {
        return new HostPort(UnixAddress.HOST, 0, path);
    }

    /**
     * Reads a host with its port: {@code name:80}, {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, or either address
     * or name, with or without brackets around an address, then blanks and the port. Instead of the number there may be
     * a service, {@code name:https} or {@code name:https=8443}. Blanks at both ends are skipped. An IPv6 address without
     * brackets takes all colons, so {@code ::1:80} has no port. It may have a zone, {@code fe80::1%eth0 80}; in brackets
     * also in the form for URLs, {@code [fe80::1%25eth0]:80}. A UNIX domain socket is {@code unix/:/path} or {@code
     * /path}, and the path goes to the end of the text.
     *
     * @param text in one of these forms
     * @return the host, without brackets, and the port; or the path
     * @throws IllegalArgumentException if the text has another form, or no port
     */
    public static HostPort parse(String text) {
        return HostPortText.parse(text, "");
    }

    /**
     * Reads a host whose port may be left out: as {@link #parse(String)}, and also {@code name}, {@code 192.0.2.1},
     * {@code 2001:db8::1} and {@code [2001:db8::1]}.
     *
     * @param text in one of these forms
     * @param defaultPort the port if the text has none, 0 to 65535
     * @return the host, without brackets, and the port; or the path
     * @throws IllegalArgumentException if the text has another form
     */
    public static HostPort parse(String text, int defaultPort) {
        if (defaultPort < 0 || defaultPort > HostPortText.MAX_PORT) {
            throw new IllegalArgumentException("Expected a default port from 0 to 65535, got " + defaultPort);
        }
        return HostPortText.parse(text, Integer.toString(defaultPort));
    }

    /**
     * Reads a host whose port may be left out, as {@link #parse(String, int)}.
     *
     * @param text in one of these forms
     * @param defaultService what {@link #of(String, String)} takes, if the text has no port; empty if there is none
     * @return the host, without brackets, and the port; or the path
     * @throws IllegalArgumentException if the text has another form, or no port and there is no default
     */
    public static HostPort parse(String text, String defaultService) {
        return HostPortText.parse(text, Objects.requireNonNull(defaultService, "defaultService"));
    }

    /**
     * The host as an address, if it is a literal one.
     *
     * @return the address, with its zone, or empty if the host is a name, or a UNIX domain socket is meant
     */
    public Optional<IpAddress> literal() {
        return IpAddress.parseScoped(host);
    }

    /**
     * The UNIX domain socket, if one is meant.
     *
     * @return its address, or empty if there is a host and a port
     */
    public Optional<UnixAddress> unix() {
        return host.equals(UnixAddress.HOST) ? Optional.of(new UnixAddress(service)) : Optional.empty();
    }

    /**
     * Text that {@link #parse(String)} reads again, as the same.
     *
     * @return {@code host:port}, an IPv6 address in brackets; a service as {@code name=port}, or {@code name} if no port
     *     is known; a path as {@code unix/:/path}
     */
    @Override
    public String toString() {
        return HostPortText.format(host, port, service);
    }
}
