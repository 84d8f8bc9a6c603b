package dev.jackfield.itest.peers;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire that tells when something is said on it for the first time. */
final class Beginning implements ForwardingWire {
    private final Wire below;
    private final AtomicInteger begun;
    private boolean said;

    private Beginning(Wire below, AtomicInteger begun) {
        this.below = below;
        this.begun = begun;
    }

    /** What a layer hands out that does no more than count how many have begun. */
    static CompletionStage<Wire> counted(Wire below, AtomicInteger begun) {
        CompletableFuture<Wire> later = new CompletableFuture<>();
        below.loop().execute(() -> later.complete(new Beginning(below, begun)));
        return later;
    }

    @Override
    public Wire below() {
        return below;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (!said) {
            said = true;
            begun.incrementAndGet();
        }
        return below.write(sources, offset, length);
    }
}
