package dev.jackfield.shell.internal;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Hands a response over, step by step, from the loop to the thread of the command, which alone touches the outside: in
 * OSGi the standard streams belong to a thread.
 *
 * <p>A sink cannot tell the client to read more slowly, so this one makes the loop wait while {@value #STEPS} steps are
 * under way. A part is no larger than the loop's read buffer of 64 KiB, so at most 1 MiB is held here; the rest of a
 * body that nobody takes stays with the server, by TCP's own means. Waiting on a loop is otherwise forbidden: here the
 * loop is the command's own, and this one exchange is all that runs on it.
 *
 * <p>The timers wait with the loop: a reader that takes nothing for all of {@code --timeout} ends the exchange as a
 * silent server would.
 */
final class HandOver implements BodySink, Completion {
    static final int STEPS = 16;

    /** One step of a delivery; the last one returns the exit status. */
    @FunctionalInterface
    interface Step {
        OptionalInt in(Delivery delivery) throws IOException;
    }

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(STEPS);
    private volatile boolean abandoned;

    @Override
    public boolean head(ResponseHead head) {
        return put(delivery -> delivery.head(head));
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        return put(delivery -> delivery.part(part));
    }

    @Override
    public void completed(Response response) {
        put(delivery -> delivery.completed(response));
    }

    @Override
    public void failed(HttpFailure failure) {
        put(delivery -> delivery.failed(failure));
    }

    /** A line for those who want to see what happens. */
    void line(String line) {
        put(delivery -> delivery.line(line));
    }

    /** On the command's thread: takes step after step until the last. */
    int deliver(Delivery delivery) throws IOException, InterruptedException {
        while (true) {
            OptionalInt status = steps.take().in(delivery);
            if (status.isPresent()) {
                return status.getAsInt();
            }
        }
    }

    /** On the command's thread: nobody takes anything any more, so nobody waits in vain. */
    void abandon() {
        abandoned = true;
        steps.clear();
    }

    private boolean put(Step step) {
        if (!abandoned) {
            try {
                steps.put(step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !abandoned;
    }
}
