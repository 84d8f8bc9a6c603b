package dev.jackfield.connector.socks;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A SOCKS handshake failed. The message is for people: what was got, and what was expected. It shows no password.
 *
 * <p><i>Immutable.</i>
 */
public final class SocksFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    /** What went wrong. */
    public enum Reason {
        /** This version of SOCKS cannot carry the target. Nothing was sent. */
        UNFIT_TARGET,
        /** The proxy wants somebody else, or to be told in another way. */
        NOT_AUTHORIZED,
        /** The proxy did not connect to the target, and says so. */
        NOT_CONNECTED,
        /** What came is not what this version of SOCKS says, or it came unasked. */
        GARBLED,
        /** The connection ended before the handshake did, or with it. */
        CUT_OFF
    }

    private final Reason reason;
    private final int code;

    /**
     * A failure that no code of the proxy stands for.
     *
     * @param reason what went wrong
     * @param message for people
     */
    public SocksFailure(Reason reason, String message) {
        this(reason, NONE, message);
    }

    /**
     * A failure.
     *
     * @param reason what went wrong
     * @param code what the proxy said, 0 to 255; or -1 if it did not say anything of the kind
     * @param message for people
     */
    public SocksFailure(Reason reason, int code, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.code = code;
    }

    /**
     * What went wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * The code by which the proxy refused: of the reply (SOCKS 4: 91 to 93; RFC 1928 section 6: 1 to 8), the method 255
     * (RFC 1928 section 3) or the status of user and password (RFC 1929).
     *
     * @return 0 to 255, if the proxy sent one
     */
    public OptionalInt code() {
        return code == NONE ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
