package dev.jackfield.http;

import java.io.IOException;
import java.util.Objects;

/** A response that is complete, but not what was wanted. <i>Immutable.</i> */
public final class StatusFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ResponseHead head;

    /**
     * A failure.
     *
     * @param message what was expected, and what was got
     * @param head the response
     */
    public StatusFailure(String message, ResponseHead head) {
        super(message);
        this.head = Objects.requireNonNull(head, "head");
    }

    /**
     * The response.
     *
     * @return its status line and fields
     */
    public ResponseHead head() {
        return head;
    }
}
