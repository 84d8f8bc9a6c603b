package dev.jackfield.itest.peers;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A wire that tells when something is said on it for the first time. */
final class Beginning implements ForwardingWire {
    private final Wire below;
    private final Runnable begun;
    private boolean said;

    private Beginning(Wire below, Runnable begun) {
        this.below = below;
        this.begun = begun;
    }

    /** What a layer hands out that does no more than tell when its wires begin. */
    static CompletionStage<Wire> told(Wire below, Runnable begun) {
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
            begun.run();
        }
        return below.write(sources, offset, length);
    }
}
