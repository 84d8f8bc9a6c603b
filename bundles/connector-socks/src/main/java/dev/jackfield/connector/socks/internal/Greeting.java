package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.util.Optional;

/** Offers ways to authenticate, of which the proxy chooses one (RFC 1928 section 3). */
public final class Greeting extends Exchange {
    static final int VERSION = 5;

    private static final int NO_AUTHENTICATION = 0;
    private static final int GSSAPI = 1;
    private static final int USER_AND_PASSWORD = 2;
    private static final int NONE_OF_THEM = 0xFF;

    private final Destination destination;
    private final Credentials credentials;
    private int method;

    /** To a proxy that will be asked for a destination. */
    public Greeting(Destination destination, Credentials credentials) {
        super("the greeting", offer(credentials), 2);
        this.destination = destination;
        this.credentials = credentials;
    }

    /** Who has credentials wants to be known by them, in case the proxy goes by the order. */
    private static byte[] offer(Credentials credentials) {
        return credentials.present()
                ? new byte[] {VERSION, 2, USER_AND_PASSWORD, NO_AUTHENTICATION}
                : new byte[] {VERSION, 1, NO_AUTHENTICATION};
    }

    @Override
    void hear(int at, int octet) throws SocksFailure {
        if (at == 0) {
            if (octet != VERSION) {
                throw stranger("version 5 of SOCKS", octet);
            }
        } else if (octet == NO_AUTHENTICATION || octet == USER_AND_PASSWORD && credentials.present()) {
            method = octet;
        } else {
            throw unwanted(octet);
        }
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.of(
                method == USER_AND_PASSWORD ? new Login(destination, credentials) : new Request5(destination));
    }

    private SocksFailure unwanted(int octet) {
        String offered = credentials.present() ? "user and password, or no authentication" : "no authentication";
        String got = switch (octet) {
            case GSSAPI -> "it wants GSSAPI";
            case USER_AND_PASSWORD -> "it wants user and password";
            case NONE_OF_THEM -> "it accepts none of that";
            default -> "it wants method " + hex(octet);
        };
        return new SocksFailure(
                Reason.NOT_AUTHORIZED,
                octet,
                "Expected the SOCKS proxy to be content with " + offered + ", but " + got);
    }
}
