package dev.jackfield.connector.internal.hosts;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import java.util.Locale;
import java.util.Optional;

/** A set of hosts. Prints as a pattern does. */
public sealed interface Hosts permits Block, Hosts.Any, Hosts.Named, Hosts.Below {

    /** Whether it has the host of a target in it. */
    default boolean contain(HostPort target) {
        return contain(Host.of(target));
    }

    /** Whether it has this host in it. */
    boolean contain(Host host);

    /** A host in the one form in which it is compared: an address, or a name in A-labels without a final dot. */
    record Host(String name, Optional<IpAddress> address) {
        /** The host of a target. */
        public static Host of(HostPort target) {
            String host = target.host();
            Optional<IpAddress> literal = target.literal();
            return literal.isPresent() ? new Host("", literal) : new Host(name(host), literal);
        }

        private static String name(String host) {
            return withoutFinalDot(
                    HostName.parse(host).map(HostName::text).orElseGet(() -> host.toLowerCase(Locale.ROOT)));
        }
    }

    /** All of them. */
    record Any() implements Hosts {
        @Override
        public boolean contain(Host host) {
            return true;
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /** One name. */
    record Named(String name) implements Hosts {
        @Override
        public boolean contain(Host host) {
            return host.name.equals(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All names below one. */
    record Below(String name) implements Hosts {
        @Override
        public boolean contain(Host host) {
            return host.name.length() > name.length() + 1
                    && host.name.endsWith(name)
                    && host.name.charAt(host.name.length() - name.length() - 1) == '.';
        }

        @Override
        public String toString() {
            return "*." + name;
        }
    }

    /** A name, and the same name with the root's dot, are one. */
    static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
