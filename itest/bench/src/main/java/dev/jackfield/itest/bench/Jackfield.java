package dev.jackfield.itest.bench;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Our client, which sends the next request when it hears of the last response, on as many connections as asked for. */
public final class Jackfield implements Load {
    private final Loops loops = Loops.create(1);
    private final HttpClient client;
    private final Sending sending;
    private final int connections;

    /** How a request is sent. */
    @FunctionalInterface
    public interface Sending {
        /** Sends one more. */
        void send(HttpClient client, Completion completion);

        /** The same one, again and again. */
        static Sending again(Request prepared) {
            return (client, completion) -> client.send(prepared, completion);
        }

        /** Each made anew, as most programs do. */
        static Sending fresh(String url) {
            return (client, completion) -> client.send(Request.get(url), completion);
        }
    }

    /** One request, sent again and again over what is on a panel. */
    public Jackfield(Panel panel, Request prepared, int connections) {
        this(panel, Sending.again(prepared), connections);
    }

    public Jackfield(Panel panel, Sending sending, int connections) {
        this.sending = sending;
        this.connections = connections;
        this.client = HttpClient.create(ClientOptions.defaults().withMaxPerHost(connections), loops, panel);
    }

    @Override
    public Round round(int seconds) throws InterruptedException {
        Lanes lanes = new Lanes();
        Meter begin = Meter.now();
        lanes.run(seconds);
        return begin.round(lanes.answered.get());
    }

    @Override
    public void close() {
        client.close();
        loops.close();
    }

    /** Requests without pause, until the time is up. */
    private final class Lanes implements Completion {
        private final AtomicLong answered = new AtomicLong();
        private final CountDownLatch ended = new CountDownLatch(connections);
        private final AtomicReference<String> trouble = new AtomicReference<>("");
        private volatile boolean over;

        void run(int seconds) throws InterruptedException {
            for (int i = 0; i < connections; i++) {
                sending.send(client, this);
            }
            if (!ended.await(seconds, TimeUnit.SECONDS)) {
                over = true;
                ended.await();
            }
            if (!trouble.get().isEmpty()) {
                throw new IllegalStateException(trouble.get());
            }
        }

        @Override
        public void completed(Response response) {
            if (response.status() != 200) {
                trouble.set("Expected status 200, got " + response.status());
            }
            // One thread writes; a plain addition with an ordered write is enough.
            answered.lazySet(answered.getPlain() + 1);
            if (over) {
                ended.countDown();
            } else {
                sending.send(client, this);
            }
        }

        @Override
        public void failed(HttpFailure failure) {
            trouble.set(failure.code() + " " + failure.getMessage());
            ended.countDown();
        }
    }
}
