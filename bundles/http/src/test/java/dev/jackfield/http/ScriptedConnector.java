package dev.jackfield.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connector that connects when the test says so; the test is the server, too. */
final class ScriptedConnector implements Connector {
    private final ManualLoop loop;
    private final List<Call> calls = new ArrayList<>();

    /** One call of the connector. */
    static final class Call {
        private final ManualLoop loop;
        private final Attempt attempt;
        private final CompletableFuture<Wire> stage = new CompletableFuture<>();
        private final PipeWire.Pair pair;

        private Call(ManualLoop loop, Attempt attempt) {
            this.loop = loop;
            this.attempt = attempt;
            this.pair = PipeWire.pair(loop);
        }

        boolean cancelled() {
            return attempt.cancelled();
        }

        /** The wire comes about, wanted or not. */
        void connect() {
            loop.execute(() -> stage.complete(pair.near()));
            loop.run();
        }

        /** The wire does not come about. */
        void fail(Throwable why) {
            loop.execute(() -> stage.completeExceptionally(why));
            loop.run();
        }

        /** The connector's own doing, behind the back of whoever uses the wire. */
        void closeBeneath() {
            loop.execute(pair.near()::close);
            loop.run();
        }

        boolean open() {
            return pair.near().isOpen();
        }

        /** What was sent since this was asked last. */
        String sent() throws IOException {
            ByteBuffer octets = ByteBuffer.allocate(PipeWire.CAPACITY);
            int count = pair.far().read(octets);
            return count <= 0 ? "" : new String(octets.array(), 0, count, ISO_8859_1);
        }

        void answer(String text) throws IOException {
            pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(text.getBytes(ISO_8859_1))}, 0, 1);
            loop.run();
        }
    }

    ScriptedConnector(ManualLoop loop) {
        this.loop = loop;
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        Call call = new Call(loop, attempt);
        calls.add(call);
        return call.stage;
    }

    int calls() {
        return calls.size();
    }

    Call call(int number) {
        return calls.get(number);
    }
}
