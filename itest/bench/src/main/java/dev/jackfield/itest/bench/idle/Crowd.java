package dev.jackfield.itest.bench.idle;

import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** So many requests at once, none of which is answered before all are there. */
final class Crowd implements Completion {
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final CountDownLatch missing;

    private Crowd(int count) {
        this.missing = new CountDownLatch(count);
    }

    /** Sends them and waits for the answers. */
    static void run(HttpClient client, int count, IntFunction<String> urls) throws IOException, InterruptedException {
        Crowd crowd = new Crowd(count);
        for (int i = 0; i < count; i++) {
            client.send(Request.get(urls.apply(i)), crowd);
        }
        crowd.missing.await();
        if (!crowd.trouble.get().isEmpty()) {
            throw new IOException(crowd.trouble.get());
        }
    }

    @Override
    public void completed(Response response) {
        if (response.status() != 200) {
            trouble.set("Expected status 200, got " + response.status());
        }
        missing.countDown();
    }

    /** The server would wait for ever for this one. */
    @Override
    public void failed(HttpFailure failure) {
        trouble.set("Expected an answer, got " + failure.code() + " " + failure.getMessage());
        while (missing.getCount() > 0) {
            missing.countDown();
        }
    }
}
