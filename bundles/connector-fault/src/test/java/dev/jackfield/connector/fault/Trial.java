package dev.jackfield.connector.fault;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connector that always connects, in memory, and who is at the other end. */
final class Trial implements Connector {
    static final HostPort TARGET = HostPort.of("a.test", 80);

    final ManualLoop loop = new ManualLoop();
    final Deque<PipeWire> far = new ArrayDeque<>();
    final Deque<PipeWire> near = new ArrayDeque<>();

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        PipeWire.Pair pair = PipeWire.pair(loop);
        far.add(pair.far());
        near.add(pair.near());
        CompletableFuture<Wire> stage = new CompletableFuture<>();
        loop.execute(() -> {
            if (attempt.accepts(pair.near())) {
                stage.complete(pair.near());
            }
        });
        return stage;
    }

    /** By a connector over this one, to the end. */
    CompletableFuture<Wire> through(Connector connector) {
        CompletableFuture<Wire> outcome =
                connector.connect(TARGET, Dial.on(loop)).toCompletableFuture();
        loop.run();
        loop.advance(Duration.ZERO);
        loop.run();
        return outcome;
    }

    /** What the other end says on the connection made last. */
    void says(String text) throws IOException {
        far.getLast().write(new ByteBuffer[] {ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))}, 0, 1);
    }

    /** What is there to be read, at most so much. */
    static String read(Wire wire, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        wire.read(buffer);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }
}
