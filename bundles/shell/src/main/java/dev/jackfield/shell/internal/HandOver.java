package dev.jackfield.shell.internal;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.shell.internal.tap.Gate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands a response over, step by step, from the loop to the thread of the command, which alone touches the outside: in
 * OSGi the standard streams belong to a thread.
 *
 * <p>The loop never waits here. But while {@value #STEPS} steps are under way the gate is closed, so that the wire is
 * not read. A step is no larger than the loop's read buffer of 64 KiB, and one such buffer may be cut into steps after
 * the gate was seen open, so little more than 1 MiB is held here; the rest of a body that nobody takes stays with the
 * server, by TCP's own means.
 *
 * <p><i>Thread-safe.</i>
 */
final class HandOver implements BodySink, Completion, Gate {
    static final int STEPS = 16;

    /** The gate opens again when there is room for some more, for each opening has to be told to the loop. */
    private static final int OPENING = STEPS / 2;

    private static final Runnable NOBODY = () -> {};

    /** One step of a delivery; the last one returns the exit status. */
    @FunctionalInterface
    interface Step {
        OptionalInt in(Delivery delivery) throws IOException;
    }

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final AtomicReference<Runnable> waiting = new AtomicReference<>(NOBODY);
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

    @Override
    public boolean open() {
        return steps.size() < STEPS;
    }

    @Override
    public void whenOpen(Runnable once) {
        waiting.set(once);
        openIfThereIsRoom();
    }

    /** On the command's thread: takes step after step until the last, or until the alarm rings. */
    int deliver(Delivery delivery, Alarm alarm) throws IOException, InterruptedException {
        while (true) {
            Step step = steps.take();
            openIfThereIsRoom();
            OptionalInt status = alarm.over(() -> step.in(delivery));
            if (status.isPresent()) {
                return status.getAsInt();
            }
        }
    }

    /** On the command's thread: nobody takes anything any more. */
    void abandon() {
        abandoned = true;
        steps.clear();
    }

    private void openIfThereIsRoom() {
        if (steps.size() <= OPENING) {
            waiting.getAndSet(NOBODY).run();
        }
    }

    private boolean put(Step step) {
        if (!abandoned) {
            steps.add(step);
        }
        return !abandoned;
    }
}
