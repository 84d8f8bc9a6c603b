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
    private final Request prepared;
    private final int connections;
    private final boolean fresh;

    /** @param fresh whether every request is made anew, as most programs do, or sent again and again */
    Jackfield(String url, int connections, boolean fresh) {
        this(Panel.open(), Request.get(url), connections, fresh);
    }

    /** One request, sent again and again over what is on a panel. */
    public Jackfield(Panel panel, Request prepared, int connections) {
        this(panel, prepared, connections, false);
    }

    private Jackfield(Panel panel, Request prepared, int connections, boolean fresh) {
        this.prepared = prepared;
        this.connections = connections;
        this.fresh = fresh;
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
                client.send(prepared, this);
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
                client.send(fresh ? Request.get(prepared.url()) : prepared, this);
            }
        }

        @Override
        public void failed(HttpFailure failure) {
            trouble.set(failure.code() + " " + failure.getMessage());
            ended.countDown();
        }
    }
}
