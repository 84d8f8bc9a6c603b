package dev.jackfield.http;

import java.io.IOException;
import java.util.Optional;

/**
 * An exchange ended without a complete response. <i>Immutable.</i>
 *
 * <p>The codes are the seed's: 595 connecting, 596 TLS to the origin, sending and reading the head, 597 reading the body, 598 ended by the
 * caller's sink, 599 the request itself or anything else that a retry would not mend. If time was up, whichever limit it
 * was, the cause is a {@link java.util.concurrent.TimeoutException}.
 */
public final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final transient ResponseHead head;

    /**
     * A failure before there was a head.
     *
     * @param phase where it happened
     * @param message what was got, and what was expected
     * @param cause what lies beneath
     */
    public HttpFailure(Phase phase, String message, Throwable cause) {
        this(phase, message, cause, null);
    }

    /**
     * A failure before there was a head, without a cause.
     *
     * @param phase where it happened
     * @param message what was got, and what was expected
     */
    public HttpFailure(Phase phase, String message) {
        this(phase, message, null, null);
    }

    private HttpFailure(Phase phase, String message, Throwable cause, ResponseHead head) {
        super(message, cause);
        this.phase = phase;
        this.head = head;
    }

    /**
     * This failure together with the head that had come before it.
     *
     * @param seen the head of the incomplete response
     * @return a new failure
     */
    public HttpFailure after(ResponseHead seen) {
        return new HttpFailure(phase, getMessage(), getCause(), seen);
    }

    /**
     * The seed's code.
     *
     * @return 595 to 599
     */
    public int code() {
        return phase.code();
    }

    /**
     * Where it happened.
     *
     * @return the phase
     */
    public Phase phase() {
        return phase;
    }

    /**
     * The head, if the failure came after it.
     *
     * @return status line and fields of the incomplete response
     */
    public Optional<ResponseHead> head() {
        return Optional.ofNullable(head);
    }
}
