package dev.jackfield.shell.internal.demo;

import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests without pause: a fixed number of lanes, each of which sends the next request when the last one has ended, on
 * the loop, so that it goes out on the same connection.
 *
 * <p><i>Thread-safe.</i>
 */
final class Load {
    /** A lane that failed takes a breath: with nothing to connect to, failures would come without end. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final HttpClient client;
    private final Loop loop;
    private final Requests requests;
    private final int expected;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong lanes = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile String firstFailure = "";
    private volatile boolean stopping;

    /**
     * Nothing is sent yet.
     *
     * @param client sends
     * @param loop where lanes take a breath
     * @param requests what to send
     * @param expected length of every body
     */
    Load(HttpClient client, Loop loop, Requests requests, int expected) {
        this.client = client;
        this.loop = loop;
        this.requests = requests;
        this.expected = expected;
    }

    void start(int count) {
        lanes.set(count);
        for (int i = 0; i < count; i++) {
            new Lane(i).next();
        }
    }

    /** Sends nothing new; completes when the last request under way has ended. */
    CompletableFuture<Void> stop() {
        stopping = true;
        return ended;
    }

    /** Requests that got a complete and correct response. */
    long completed() {
        return completed.get();
    }

    long failed() {
        return failed.get();
    }

    /** Requests that have not ended, once stopped. */
    long underWay() {
        return lanes.get();
    }

    /** What went wrong first; empty if nothing did. */
    String firstFailure() {
        return firstFailure;
    }

    private void fail(String reason) {
        if (failed.getAndIncrement() == 0) {
            firstFailure = reason;
        }
    }

    /** One request after the other. */
    private final class Lane implements Completion {
        private final int number;

        Lane(int number) {
            this.number = number;
        }

        @Override
        public void completed(Response response) {
            if (response.status() == 200 && response.body().length == expected) {
                completed.incrementAndGet();
                next();
            } else {
                fail("Expected 200 and " + expected + " octets, got " + response.status() + " and "
                        + response.body().length);
                loop.after(BREATH, this::next);
            }
        }

        @Override
        public void failed(HttpFailure failure) {
            fail(failure.code() + " " + failure.phase() + ": " + failure.getMessage());
            loop.after(BREATH, this::next);
        }

        private void next() {
            if (stopping) {
                if (lanes.decrementAndGet() == 0) {
                    ended.complete(null);
                }
                return;
            }
            client.send(requests.next(number, sent.getAndIncrement()), this);
        }
    }
}
