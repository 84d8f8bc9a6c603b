package dev.jackfield.address;

import dev.jackfield.address.internal.BuiltInServices;
import dev.jackfield.address.internal.ServicesFile;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A table of ports by the name of the service and of the protocol. <i>Immutable.</i> Letters of either case are the same
 * (RFC 6335 section 5.1).
 */
public final class ServiceNames {
    /** How many names and aliases {@link #parse} takes from one file; the whole registry of IANA has a third of it. */
    public static final int MAX_NAMES = 32_768;

    private final Map<String, Integer> ports;

    private ServiceNames(Map<String, Integer> ports) {
        this.ports = Map.copyOf(ports);
    }

    /**
     * The table that is the same everywhere: names registered with IANA that are in use, and those that Debian adds.
     *
     * @return the same object at each call; made at the first
     */
    public static ServiceNames builtIn() {
        return BuiltInServices.TABLE;
    }

    /**
     * Reads the text of a file such as {@code /etc/services}: in each line a name, {@code port/protocol} and perhaps
     * aliases, with blanks between; what comes after {@code #} is left out. The first line counts for a name. Lines that
     * make no sense are skipped, and what comes after {@value #MAX_NAMES} names.
     *
     * @param file its text
     * @return the table, perhaps an empty one
     */
    public static ServiceNames parse(String file) {
        return new ServiceNames(ServicesFile.read(file, MAX_NAMES));
    }

    /**
     * A table of the services in this one, and in the other those that are not in this.
     *
     * @param other is asked second
     * @return a new table
     */
    public ServiceNames or(ServiceNames other) {
        Map<String, Integer> both = new HashMap<>(other.ports);
        both.putAll(ports);
        return new ServiceNames(both);
    }

    /**
     * The port of a service.
     *
     * @param name or alias
     * @param protocol {@code tcp}, {@code udp} or {@code sctp}, for example
     * @return 1 to 65535, or empty if the table does not have it
     */
    public OptionalInt port(String name, String protocol) {
        Integer port = ports.get(ServicesFile.key(name, protocol));
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
