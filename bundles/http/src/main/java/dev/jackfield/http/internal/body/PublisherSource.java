package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Flow;

/** A publisher, subscribed to each time. */
public record PublisherSource(Flow.Publisher<? extends ByteBuffer> publisher) implements Source {
    /** Checks for null. */
    public PublisherSource {
        Objects.requireNonNull(publisher, "publisher");
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        PublishedSupply supply = new PublishedSupply(loop, more);
        publisher.subscribe(supply);
        return supply;
    }

    @Override
    public long measure() {
        return UNKNOWN;
    }

    @Override
    public boolean measuredOnDisk() {
        return false;
    }
}
