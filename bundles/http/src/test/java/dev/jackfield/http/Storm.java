package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Many requests, four at a time: each is started by the completion of one before. */
final class Storm implements Completion {
    private static final int AT_A_TIME = 4;

    private final HttpClient client;
    private final Request request;
    private final int total;
    private final AtomicInteger sent = new AtomicInteger(AT_A_TIME);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final CountDownLatch done = new CountDownLatch(AT_A_TIME);

    Storm(HttpClient client, Request request, int total) {
        this.client = client;
        this.request = request;
        this.total = total;
        for (int i = 0; i < AT_A_TIME; i++) {
            client.send(request, this);
        }
    }

    /** Whether all are through now, or within a millisecond. */
    boolean over() throws InterruptedException {
        return done.await(1, TimeUnit.MILLISECONDS);
    }

    /** Each was answered. */
    void check() {
        assertThat(trouble).hasValue("");
        assertThat(answered).hasValue(total);
    }

    @Override
    public void completed(Response response) {
        answered.incrementAndGet();
        next();
    }

    @Override
    public void failed(HttpFailure failure) {
        trouble.set(failure.code() + " " + failure.getMessage());
        next();
    }

    private void next() {
        if (sent.incrementAndGet() <= total) {
            client.send(request, this);
        } else {
            done.countDown();
        }
    }
}
