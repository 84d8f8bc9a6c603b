package dev.jackfield.shell.internal;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.StreamedResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands a response over, step by step, from the loop to the thread of the command, which alone touches the outside: in
 * OSGi the standard streams belong to a thread.
 *
 * <p>The loop never waits here. But no more than {@value #PARTS} parts of a body are asked for ahead, none larger than the
 * loop's read buffer of 64 KiB; the rest of a body that nobody takes stays with the server, by TCP's own means.
 *
 * <p><i>Thread-safe.</i>
 */
final class HandOver implements Flow.Subscriber<ByteBuffer> {
    static final int PARTS = 16;

    /** More is asked for when so many have been taken, for each time has to be told to the loop. */
    private static final int ASKED = PARTS / 2;

    /** One step of a delivery; the last one returns the exit status. */
    @FunctionalInterface
    interface Step {
        OptionalInt in(Delivery delivery) throws IOException;
    }

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private volatile StreamedResponse response;
    private volatile Flow.Subscription subscription;
    private volatile boolean abandoned;
    /** Parts taken and not asked for again; on the command's thread only. */
    private int taken;

    /** There is a response; its body follows. */
    void begin(StreamedResponse begun) {
        response = begun;
        put(delivery -> delivery.begun(begun));
        begun.body().subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (abandoned) {
            begun.cancel();
        } else {
            begun.request(PARTS);
        }
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        put(delivery -> {
            ask();
            return delivery.part(part);
        });
    }

    @Override
    public void onComplete() {
        Headers trailers = response.trailers().toCompletableFuture().getNow(Headers.empty());
        put(delivery -> delivery.completed(trailers));
    }

    @Override
    public void onError(Throwable error) {
        failed((HttpFailure) error);
    }

    void failed(HttpFailure failure) {
        put(delivery -> delivery.failed(failure));
    }

    /** A line for those who want to see what happens. */
    void line(String line) {
        put(delivery -> delivery.line(line));
    }

    /** On the command's thread: takes step after step until the last, or until the alarm rings. */
    int deliver(Delivery delivery, Alarm alarm) throws IOException, InterruptedException {
        while (true) {
            Step step = steps.take();
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
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void ask() {
        if (++taken == ASKED) {
            taken = 0;
            subscription.request(ASKED);
        }
    }

    private void put(Step step) {
        if (!abandoned) {
            steps.add(step);
        }
    }
}
