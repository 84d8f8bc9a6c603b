package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A layer whose handshake is one line, {@code link target}, and one octet in answer: {@code y} for yes. */
final class SpokenLayer implements Layer {
    private final List<Runnable> watchers;
    private final String said;
    private final boolean encrypts;

    SpokenLayer(boolean encrypts) {
        this(new CopyOnWriteArrayList<>(), "", encrypts);
    }

    private SpokenLayer(List<Runnable> watchers, String said, boolean encrypts) {
        this.watchers = watchers;
        this.said = said;
        this.encrypts = encrypts;
    }

    /** Tells whoever watches. */
    void change() {
        watchers.forEach(Runnable::run);
    }

    @Override
    public Layer configured(Link link) {
        return new SpokenLayer(watchers, link.toString(), encrypts);
    }

    @Override
    public boolean encrypts() {
        return encrypts;
    }

    @Override
    public Guard watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        CompletableFuture<Wire> done = new CompletableFuture<>();
        attempt.whenCancelled(() -> {
            if (!done.isDone()) {
                below.close();
            }
        });
        String line = said + " " + target + " " + attempt.protocols() + "\n";
        ByteBuffer octets = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        attempt.loop()
                .execute(() -> Wires.write(below, octets)
                        .thenCompose(written -> Wires.readFully(below, ByteBuffer.allocate(1)))
                        .whenComplete((answer, error) -> {
                            if (error == null && answer.get(0) == 'y') {
                                done.complete(below);
                            } else {
                                below.close();
                                done.completeExceptionally(
                                        error == null ? new IOException("refused, in one octet") : error);
                            }
                        }));
        return done;
    }
}
