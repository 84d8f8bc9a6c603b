package dev.jackfield.itest.parity.families;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.UnixAddress;

/** What the original has in place of an address where a UNIX domain socket is meant. Here that is told by the types. */
final class Token {
    static final String HEX = "0100";

    private Token() {}

    /** Whether our code takes a host for that. */
    static boolean isMeantBy(String host) {
        try {
            return HostPort.of(host, "/path").unix().isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The text of the token. */
    static String text() {
        return HostPort.unix("/path").host();
    }

    /** A family of sockets in Linux's numbers. */
    static int family() {
        return SocketAddresses.number(new UnixAddress("/path").family());
    }
}
