package dev.jackfield.anyevent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for a callback, and counts it. */
final class Heard implements HttpCallback {
    private final CompletableFuture<HttpResult> result = new CompletableFuture<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void call(HttpData data, HttpHeaders headers) {
        calls.incrementAndGet();
        result.complete(new HttpResult(data, headers));
    }

    HttpResult await() throws Exception {
        return result.get(10, TimeUnit.SECONDS);
    }

    int calls() {
        return calls.get();
    }
}
