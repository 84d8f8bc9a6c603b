package dev.jackfield.connector.socks.internal;

import dev.jackfield.address.Ipv4;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks for the target (RFC 1928 sections 4 to 6). Where the proxy has bound its own end is read over: only its length
 * matters, and nobody here could use the address.
 */
public final class Request5 extends Exchange {
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int DOMAIN = 3;
    private static final int IPV6 = 4;

    /** Up to the first octet of the address, which tells the length of a domain. */
    private static final int START = 5;

    private static final int PORT = 2;

    private final Destination destination;
    private int type;

    Request5(Destination destination) {
        super("the request for " + destination.target(), said(destination), START);
        this.destination = destination;
    }

    private static byte[] said(Destination destination) {
        byte[] address = address(destination);
        return ByteBuffer.allocate(3 + address.length + PORT)
                .put((byte) Greeting.VERSION)
                .put((byte) CONNECT)
                .put((byte) 0)
                .put(address)
                .putShort((short) destination.target().port())
                .array();
    }

    /** With its type. */
    private static byte[] address(Destination destination) {
        if (destination instanceof Destination.Literal literal) {
            byte[] octets = literal.address().octets();
            return ByteBuffer.allocate(1 + octets.length)
                    .put((byte) (literal.address() instanceof Ipv4 ? IPV4 : IPV6))
                    .put(octets)
                    .array();
        }
        byte[] name = ((Destination.Named) destination).name().text().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + name.length)
                .put((byte) DOMAIN)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    @Override
    void hear(int at, int octet) throws SocksFailure {
        switch (at) {
            case 0 -> version(octet);
            case 1 -> code(octet);
            case 3 -> type(octet);
            case 4 -> length(octet);
            default -> {
                // Reserved, where some send what they like; or of the address.
            }
        }
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.empty();
    }

    private static void version(int octet) throws SocksFailure {
        if (octet != Greeting.VERSION) {
            throw garbled("version 5 of the answer to a request", octet);
        }
    }

    private void code(int octet) throws SocksFailure {
        if (octet != 0) {
            throw new SocksFailure(
                    Reason.NOT_CONNECTED,
                    octet,
                    "Expected the SOCKS proxy to connect to " + destination.target() + ", but it says: "
                            + meaning(octet) + " (" + hex(octet) + ")");
        }
    }

    private void type(int octet) throws SocksFailure {
        if (octet != IPV4 && octet != DOMAIN && octet != IPV6) {
            throw garbled("an address of type 1, 3 or 4", octet);
        }
        type = octet;
    }

    private void length(int first) {
        int address = switch (type) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            default -> 1 + first;
        };
        longAs(START - 1 + address + PORT);
    }

    /** RFC 1928 section 6. */
    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "general failure of the proxy";
            case 2 -> "not allowed by its rules";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "time to live expired";
            case 7 -> "command not supported";
            case 8 -> "type of address not supported";
            default -> "a code without a meaning in RFC 1928";
        };
    }
}
