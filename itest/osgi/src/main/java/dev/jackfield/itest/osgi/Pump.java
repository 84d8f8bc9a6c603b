package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Sends a request again and again, without pause, a few at a time, and tells the outcome of each. */
final class Pump {
    private static final int AT_A_TIME = 8;

    /** For posts, which the client never sends twice: the loss of a busy connection is the loss of a request. */
    static final byte[] NO_BODY = {};

    private final HttpClient client;
    private final Request request;
    private final Consumer<String> outcomes;
    private final CountDownLatch strands = new CountDownLatch(AT_A_TIME);
    private volatile boolean stopped;

    private Pump(HttpClient client, Request request, Consumer<String> outcomes) {
        this.client = client;
        this.request = request;
        this.outcomes = outcomes;
    }

    /** What it gives back stops it, and waits for what is under way: then each request sent has been told of. */
    static Runnable start(HttpClient client, Request request, Consumer<String> outcomes) {
        Pump pump = new Pump(client, request, outcomes);
        for (int i = 0; i < AT_A_TIME; i++) {
            pump.next();
        }
        return pump::stop;
    }

    private void next() {
        client.send(request).handle(Outcome::of).thenAccept(outcome -> {
            outcomes.accept(outcome);
            if (stopped) {
                strands.countDown();
            } else {
                next();
            }
        });
    }

    private void stop() {
        stopped = true;
        try {
            strands.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted with " + strands.getCount() + " requests under way", e);
        }
    }
}
