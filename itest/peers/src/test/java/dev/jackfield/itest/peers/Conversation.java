package dev.jackfield.itest.peers;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A wire, to be used from the test's thread. */
final class Conversation implements AutoCloseable {
    private final Wire wire;

    private Conversation(Wire wire) {
        this.wire = wire;
    }

    static Conversation begin(Connector connector, HostPort target, Loop loop) throws Exception {
        return new Conversation(on(loop, () -> connector.connect(target, Dial.on(loop))));
    }

    void say(String text) throws Exception {
        on(wire.loop(), () -> Wires.write(wire, ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** Waits for that many octets. */
    String hear(int count) throws Exception {
        return text(on(wire.loop(), () -> Wires.readFully(wire, ByteBuffer.allocate(count))));
    }

    /** Ends the outgoing direction. */
    void end() throws Exception {
        on(wire.loop(), () -> {
            try {
                wire.shutdownOutput();
                return CompletableFuture.completedStage(null);
            } catch (IOException e) {
                return CompletableFuture.failedStage(e);
            }
        });
    }

    /** Waits for the end, and tells what came before it; throws what the wire throws. */
    String rest() throws Exception {
        ByteBuffer heard = ByteBuffer.allocate(1 << 16);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        on(wire.loop(), () -> {
            listen(heard, ended);
            return ended;
        });
        return text(heard.flip());
    }

    private void listen(ByteBuffer into, CompletableFuture<Void> ended) {
        try {
            int count = wire.read(into);
            if (count < 0) {
                ended.complete(null);
            } else {
                wire.whenReadable(() -> listen(into, ended));
            }
        } catch (IOException e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        wire.loop().execute(wire::close);
    }

    private static String text(ByteBuffer octets) {
        return StandardCharsets.ISO_8859_1.decode(octets).toString();
    }

    private static <T> T on(Loop loop, Supplier<CompletionStage<T>> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> what.get().whenComplete((value, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                done.complete(value);
            }
        }));
        try {
            return done.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
