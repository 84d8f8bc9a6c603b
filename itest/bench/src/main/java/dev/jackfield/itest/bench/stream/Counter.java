package dev.jackfield.itest.bench.stream;

import dev.jackfield.http.BodySink;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Counts octets, as a sink or as a subscriber who asks for one buffer at a time. */
final class Counter implements BodySink, Flow.Subscriber<ByteBuffer> {
    private final CompletableFuture<Long> complete = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private long octets;

    /** What has come so far. */
    long octets() {
        return octets;
    }

    /** What has come to the subscriber when nothing more comes. */
    CompletableFuture<Long> complete() {
        return complete;
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        octets += bytes.remaining();
        return true;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        subscription = made;
        subscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        octets += bytes.remaining();
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        complete.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        complete.complete(octets);
    }
}
