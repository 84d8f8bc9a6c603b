package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The same request without a pause, four at a time, until told to stop. */
final class Steady {
    private static final int AT_A_TIME = 4;

    private final HttpClient client;
    private final Request request;
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final Semaphore answered = new Semaphore(0);
    private final List<CompletableFuture<Void>> lines;
    private volatile boolean stopped;

    Steady(HttpClient client, Request request) {
        this.client = client;
        this.request = request;
        this.lines = Stream.generate(() -> new CompletableFuture<Void>())
                .limit(AT_A_TIME)
                .toList();
        lines.forEach(this::next);
    }

    /** Waits for that many more answers. */
    void await(int count) throws InterruptedException {
        answered.drainPermits();
        boolean came = answered.tryAcquire(count, 20, TimeUnit.SECONDS);
        assertThat(came || failed()).as(count + " more answers").isTrue();
    }

    /** What all the answers were; throws if there was not one for each request. */
    List<String> stop() throws Exception {
        stopped = true;
        for (CompletableFuture<Void> line : lines) {
            line.get(20, TimeUnit.SECONDS);
        }
        return List.copyOf(bodies);
    }

    private boolean failed() {
        return lines.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    private void next(CompletableFuture<Void> line) {
        client.send(request).whenComplete((response, failure) -> {
            if (failure != null) {
                line.completeExceptionally(failure);
                return;
            }
            bodies.add(response.status() + " " + response.text());
            answered.release();
            if (stopped) {
                line.complete(null);
            } else {
                next(line);
            }
        });
    }
}
