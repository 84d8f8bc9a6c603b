package dev.jackfield.connector.socks.internal;

import dev.jackfield.address.HostName;
import dev.jackfield.address.Ipv4;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** All there is to SOCKS 4 and 4a: one request, one answer of eight octets, of which two mean something. */
public final class Request4 extends Exchange {
    private static final int VERSION = 4;
    private static final int CONNECT = 1;
    private static final int ANSWER = 8;
    private static final int GRANTED = 90;

    /** In place of an address: a name follows the user. The seed takes the same of the 255 there are. */
    private static final Ipv4 NAME_FOLLOWS = new Ipv4(1);

    private final Destination destination;

    private Request4(Destination destination, byte[] said) {
        super("the request for " + destination.target(), said, ANSWER);
        this.destination = destination;
    }

    /** By the protocol as it was first, which has no names. */
    public static Request4 of(Destination destination, UserId user) throws SocksFailure {
        if (destination instanceof Destination.Named) {
            throw new SocksFailure(
                    Reason.UNFIT_TARGET,
                    "Expected an IPv4 address, as SOCKS 4 has no room for names (SOCKS 4a and 5 have), got "
                            + destination.target());
        }
        return withNames(destination, user);
    }

    /** By the extended protocol, 4a. */
    public static Request4 withNames(Destination destination, UserId user) throws SocksFailure {
        return destination instanceof Destination.Named named
                ? new Request4(named, said(named, NAME_FOLLOWS, user, terminated(named.name())))
                : new Request4(
                        destination, said(destination, address((Destination.Literal) destination), user, new byte[0]));
    }

    private static Ipv4 address(Destination.Literal destination) throws SocksFailure {
        if (!(destination.address() instanceof Ipv4 address)) {
            throw new SocksFailure(
                    Reason.UNFIT_TARGET,
                    "Expected an IPv4 address, as SOCKS 4 and 4a have no room for others (SOCKS 5 has), got "
                            + destination.target());
        }
        if (address.bits() >>> 8 == 0 && address.bits() != 0) {
            throw new SocksFailure(
                    Reason.UNFIT_TARGET,
                    "Expected an address, got " + destination.target()
                            + ", by which SOCKS 4a says that a name follows");
        }
        return address;
    }

    private static byte[] said(Destination destination, Ipv4 address, UserId id, byte[] name) {
        byte[] user = id.octets();
        return ByteBuffer.allocate(9 + user.length + name.length)
                .put((byte) VERSION)
                .put((byte) CONNECT)
                .putShort((short) destination.target().port())
                .putInt(address.bits())
                .put(user)
                .put((byte) 0)
                .put(name)
                .array();
    }

    private static byte[] terminated(HostName name) {
        return (name.text() + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    void hear(int at, int octet) throws SocksFailure {
        if (at == 0 && octet != 0) {
            throw stranger("version 0 of an answer of SOCKS 4", octet);
        }
        if (at == 1 && octet != GRANTED) {
            throw refused(octet);
        }
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.empty();
    }

    private SocksFailure refused(int code) {
        String meaning = switch (code) {
            case 91 -> "rejected or failed";
            case 92 -> "it cannot ask this machine's identd who the user is";
            case 93 -> "this machine's identd tells of another user";
            default -> "a code without a meaning in SOCKS 4";
        };
        return new SocksFailure(
                code == 92 || code == 93 ? Reason.NOT_AUTHORIZED : Reason.NOT_CONNECTED,
                code,
                "Expected the SOCKS proxy to connect to " + destination.target() + ", but it says: " + meaning + " ("
                        + hex(code) + ")");
    }
}
