package dev.jackfield.address;

import dev.jackfield.address.internal.HostServiceText;
import java.util.Optional;

/**
 * The two halves of a text such as {@code example.com:https}, as they were written. <i>Immutable.</i>
 *
 * <p>This is the seed's {@code parse_hostport} and {@code format_hostport}, which are forgiving: what the service means,
 * and whether there can be such a host, is left open. {@link HostPort} reads more strictly and knows the port.
 *
 * @param host a name, a literal without brackets, or {@value UnixAddress#HOST}; with a colon only if it is an IPv6
 *     address; no controls
 * @param service a port, the name of a service, {@code name=port}, a path, or any other text without controls, and also
 *     empty; a path ({@code /} comes first) may have any but NUL
 */
public record HostService(String host, String service) {
    /**
     * Checks what is said above, and no more.
     *
     * @throws IllegalArgumentException if the host has a colon (perhaps in brackets) and is no IPv6 address, or there is
     *     a control character
     */
    public HostService {
        HostServiceText.check(host, service);
    }

    /**
     * Reads a host with a service: as {@link #parse(String, String)} without a default.
     *
     * @param text see there
     * @return both halves, or empty if there are none
     */
    public static Optional<HostService> parse(String text) {
        return parse(text, "");
    }

    /**
     * Reads a host and, if there is one, a service. The forms are {@code host:service}, {@code host service} and {@code
     * host#service}, where an address may be in brackets and an IPv6 address has to be if a colon follows; {@code
     * unix/:} and all the rest; and a text that begins with {@code /}, which is a path. Blanks and line ends at both ends
     * are skipped, but not behind a path.
     *
     * @param text of any form; a zone is no part of an address here (see {@link #parseScoped})
     * @param defaultService taken as it is where the text has no service; empty if there is none
     * @return both halves, or empty if the text has another form, or no service and there is no default
     */
    public static Optional<HostService> parse(String text, String defaultService) {
        return HostServiceText.parse(text, defaultService, false);
    }

    /**
     * Reads as {@link #parse(String, String)}, and also takes IPv6 addresses with a zone: {@code fe80::1%eth0 80},
     * {@code [fe80::1%eth0]:80}, and in brackets also the form for URLs, {@code [fe80::1%25eth0]:80}.
     *
     * @param text of any form
     * @param defaultService taken as it is where the text has no service; empty if there is none
     * @return both halves, or empty if the text has another form, or no service and there is no default
     */
    public static Optional<HostService> parseScoped(String text, String defaultService) {
        return HostServiceText.parse(text, defaultService, true);
    }

    /**
     * Text that {@link #parse(String)} reads again if it has read this before, or {@link #parseScoped} if there is a zone.
     *
     * @return {@code host:service}, an IPv6 address in brackets; the host alone if there is no service
     */
    @Override
    public String toString() {
        return HostServiceText.format(host, service);
    }
}
