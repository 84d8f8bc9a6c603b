package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Tells user and password (RFC 1929). */
public final class Login extends Exchange {
    private static final int VERSION = 1;

    private final Destination destination;

    Login(Destination destination, Credentials credentials) {
        super("user and password", said(credentials), 2);
        this.destination = destination;
    }

    /** Complains if a proxy could not be told them. */
    public static void check(Credentials credentials) {
        user(credentials);
        password(credentials);
    }

    private static byte[] said(Credentials credentials) {
        byte[] user = user(credentials);
        byte[] password = password(credentials);
        return ByteBuffer.allocate(3 + user.length + password.length)
                .put((byte) VERSION)
                .put((byte) user.length)
                .put(user)
                .put((byte) password.length)
                .put(password)
                .array();
    }

    private static byte[] user(Credentials credentials) {
        return Octets.of("user", credentials.user(), 1);
    }

    private static byte[] password(Credentials credentials) {
        return Octets.of("password", credentials.password(), 0);
    }

    @Override
    void hear(int at, int octet) throws SocksFailure {
        if (at == 0) {
            if (octet != VERSION) {
                throw garbled("version 1 of the answer to user and password", octet);
            }
        } else if (octet != 0) {
            throw new SocksFailure(
                    Reason.NOT_AUTHORIZED,
                    octet,
                    "Expected the SOCKS proxy to accept user and password, but it refused them with status "
                            + hex(octet));
        }
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.of(new Request5(destination));
    }
}
