package dev.jackfield.resolver;

import java.net.UnknownHostException;
import java.util.Objects;

/** A name did not lead anywhere. The message says which name, and why. <i>Immutable.</i> */
public final class ResolveFailure extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    /** Why, so that callers can tell a wrong name from a name server in trouble. */
    public enum Reason {
        /** The text cannot be a host name, or the service is unknown. Asking again is of no use. */
        MALFORMED,
        /** There is no such name (NXDOMAIN). */
        NO_SUCH_NAME,
        /** The name exists, but has no address of the family that was asked for. */
        NO_ADDRESS,
        /** The service is explicitly not offered (RFC 2782: a single SRV record whose target is the root). */
        NO_SERVICE,
        /** No name server gave a usable answer (SERVFAIL, REFUSED, garbage). */
        SERVER_FAILED,
        /** No name server answered in time. */
        TIMEOUT,
        /** Nothing could be asked: no loop, no sockets, no files. */
        UNAVAILABLE
    }

    /** Why. */
    private final Reason reason;

    /**
     * A failure.
     *
     * @param reason why
     * @param message for people: which name, and what happened
     */
    public ResolveFailure(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * A failure that has a cause.
     *
     * @param reason why
     * @param message for people: which name, and what happened
     * @param cause what went wrong below
     */
    public ResolveFailure(Reason reason, String message, Throwable cause) {
        this(reason, message);
        initCause(cause);
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
