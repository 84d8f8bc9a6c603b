package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends requests without pause, a few at a time, and tells the outcome of each. What it gives back stops it, and waits
 * for what is under way: then each request sent has been told of.
 */
@Component(service = BiFunction.class)
@Probe("pump")
public final class PumpProbe implements BiFunction<String, Consumer<String>, Runnable> {
    private static final int AT_A_TIME = 8;

    /** Posts, which the client never sends twice: the loss of a busy connection is the loss of a request. */
    private static final byte[] NO_BODY = {};

    private final HttpClient client;

    /** With the service that a user of the client would get. */
    @Activate
    public PumpProbe(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public Runnable apply(String url, Consumer<String> outcomes) {
        Pump pump = new Pump(url, outcomes);
        for (int i = 0; i < AT_A_TIME; i++) {
            pump.next();
        }
        return pump::stop;
    }

    private final class Pump {
        private final String url;
        private final Consumer<String> outcomes;
        private final CountDownLatch strands = new CountDownLatch(AT_A_TIME);
        private volatile boolean stopped;

        Pump(String url, Consumer<String> outcomes) {
            this.url = url;
            this.outcomes = outcomes;
        }

        void next() {
            client.post(url, NO_BODY).handle(Outcome::of).thenAccept(outcome -> {
                outcomes.accept(outcome);
                if (stopped) {
                    strands.countDown();
                } else {
                    next();
                }
            });
        }

        void stop() {
            stopped = true;
            try {
                strands.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted with " + strands.getCount() + " requests under way", e);
            }
        }
    }
}
