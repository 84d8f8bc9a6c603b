package dev.jackfield.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A subscriber that collects what it gets, and asks only when it is told to. */
final class Collected implements Flow.Subscriber<ByteBuffer> {
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    final CompletableFuture<String> all = new CompletableFuture<>();
    final StringBuffer got = new StringBuffer();
    private final long demand;

    /** Asks for so many at the beginning. */
    Collected(long demand) {
        this.demand = demand;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        if (demand > 0) {
            given.request(demand);
        }
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        got.append(StandardCharsets.ISO_8859_1.decode(buffer));
    }

    @Override
    public void onError(Throwable error) {
        all.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        all.complete(got.toString());
    }
}
