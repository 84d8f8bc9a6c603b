package dev.jackfield.address;

import dev.jackfield.address.internal.HostPortText;
import java.util.Objects;
import java.util.Optional;

/**
 * A host, by name or by literal address, and a port. <i>Immutable.</i>
 *
 * <p>The host stays the text that was given: names are not looked up, lower-cased or converted. So two host-ports are
 * equal when their texts are.
 *
 * @param host a name or a literal without brackets; no controls, blanks, brackets, {@code #} or {@code /}; a colon only
 *     in an IPv6 address; never empty
 * @param port 0 to 65535
 */
public record HostPort(String host, int port) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the host or the port is out of bounds
     */
    public HostPort {
        Objects.requireNonNull(host, "host");
        HostPortText.checkHost(host);
        if (port < 0 || port > HostPortText.MAX_PORT) {
            throw new IllegalArgumentException("Expected a port from 0 to 65535, got " + port);
        }
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
        return new HostPort(host, port);
    }

    /**
     * Reads a host with its port: {@code name:80}, {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, or either address
     * or name, with or without brackets around an address, then blanks and the port. Blanks at both ends are skipped. An
     * IPv6 address without brackets takes all colons, so {@code ::1:80} has no port.
     *
     * @param text in one of these forms
     * @return the host, without brackets, and the port
     * @throws IllegalArgumentException if the text has another form, or no port
     */
    public static HostPort parse(String text) {
        return HostPortText.parse(text, HostPortText.REQUIRED);
    }

    /**
     * Reads a host whose port may be left out: as {@link #parse(String)}, and also {@code name}, {@code 192.0.2.1},
     * {@code 2001:db8::1} and {@code [2001:db8::1]}.
     *
     * @param text in one of these forms
     * @param defaultPort the port if the text has none, 0 to 65535
     * @return the host, without brackets, and the port
     * @throws IllegalArgumentException if the text has another form
     */
    public static HostPort parse(String text, int defaultPort) {
        if (defaultPort < 0 || defaultPort > HostPortText.MAX_PORT) {
            throw new IllegalArgumentException("Expected a default port from 0 to 65535, got " + defaultPort);
        }
        return HostPortText.parse(text, defaultPort);
    }

    /**
     * The host as an address, if it is a literal one.
     *
     * @return the address, or empty if the host is a name
     */
    public Optional<Address> literal() {
        return Address.parse(host);
    }

    /**
     * Text that {@link #parse(String)} reads again.
     *
     * @return {@code host:port}, an IPv6 address in brackets
     */
    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
}
