package dev.jackfield.http;

import dev.jackfield.http.internal.sink.WritingSink;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
     * Into a file, which is made, or emptied, whatever the status. It is written on threads that may block, and closed
     * before the exchange completes.
     *
     * @param file where the body goes
     * @return a sink for one response
     */
    static BodySink toFile(Path file) {
        return WritingSink.of(file, 0);
    }

    /**
     * Into a file, of which a beginning is kept, as a resumed download does. If the file is shorter than that, the exchange
     * ends with code 598.
     *
     * @param file where the body goes
     * @param from how many octets are kept, from 0; all behind them are lost
     * @return a sink for one response
     */
    static BodySink toFile(Path file, long from) {
        return WritingSink.of(file, from);
    }

    /**
     * Into a channel, which is written on threads that may block, by one at a time, and not closed. A write that does not
     * return when the exchange has ended is neither interrupted nor waited for, because it is the caller's channel: the
     * thread is free when it does.
     *
     * @param channel where the body goes; in blocking mode
     * @return a sink for one response
     */
    static BodySink to(WritableByteChannel channel) {
        return WritingSink.of(channel);
    }

    /**
     * Into a stream, which is written on threads that may block, by one at a time, flushed at the end, and not closed. What
     * is said of a write to a channel that does not return holds here, too.
     *
     * @param stream where the body goes
     * @return a sink for one response
     */
    static BodySink to(OutputStream stream) {
        return WritingSink.of(stream);
    }

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

    /**
     * The body is complete. The exchange completes as soon as this does; its connection is free meanwhile, and {@link
     * Readings#finishing()} counts it.
     *
     * @return completes, on whatever thread, when everything is where it belongs; if it fails, or takes longer than {@link
     *     Timeouts#inactivity()}, the exchange ends with code 598
     */
    default CompletionStage<?> finish() {
        return CompletableFuture.completedStage(null);
    }

    /**
     * The exchange has ended before the body was complete, or what {@link #finish()} returned: it failed, was cancelled, or
     * its time was up. Nothing else is called after that.
     */
    default void discard() {}
}
