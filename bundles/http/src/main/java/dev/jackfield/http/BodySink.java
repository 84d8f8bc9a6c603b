package dev.jackfield.http;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gets a response while it comes in. <i>Loop-confined</i>: it is called on a loop, and must not block.
 *
 * <p>Returning false, or throwing, ends the exchange with a {@link HttpFailure} of code 598, and the connection with
 * it.
 */
@FunctionalInterface
@ConsumerType
public interface BodySink {
    /**
     * The exchange has begun to receive, just before {@link #head}.
     *
     * @param intake the tap, for sinks that cannot take everything at once
     */
    default void begin(Intake intake) {}

    /**
     * The head is complete; nothing of the body has been seen yet. Not called for interim (1xx) responses.
     *
     * @param head status line and fields
     * @return false to end the exchange here
     */
    default boolean head(ResponseHead head) {
        return true;
    }

    /**
     * Some more of the body, without its transfer coding, and without its content coding if that was {@linkplain
     * Request#withDecoding asked for}.
     *
     * @param bytes at least one; valid during this call only
     * @return false to end the exchange here
     */
    boolean part(ByteBuffer bytes);
}
