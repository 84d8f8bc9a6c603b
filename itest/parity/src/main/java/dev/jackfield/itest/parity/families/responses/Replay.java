package dev.jackfield.itest.parity.families.responses;

import com.google.gson.JsonObject;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Handover;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.itest.parity.families.exchange.TurnedLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** One connection in memory, whose server says what a case has, whatever it is asked; and the client at its other end. */
final class Replay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ClientOptions OPTIONS = ClientOptions.defaults().withTimeout(PATIENCE);

    private final RawCase raw;
    private final TurnedLoop loop = new TurnedLoop();
    private final HttpClient client = HttpClient.create(OPTIONS, loop, Panel.open());
    private final PipeWire.Pair wires = PipeWire.pair(loop);
    /** Always the same, since connections are kept for those who bring the same one. */
    private final Connector connector = this::connect;

    private boolean connected;
    private boolean ended;
    private int piece;
    private int sent;

    Replay(RawCase raw) {
        this.raw = raw;
    }

    /** Whether there is anything left for another request to be answered with. */
    boolean goesOn() {
        return !connected || (wires.near().isOpen() && sent < raw.input().length);
    }

    /** Whether the connection is closed, at our end. */
    boolean closed() {
        return !wires.near().isOpen();
    }

    int sent() {
        return sent;
    }

    /** Makes a request, and lets the server talk until it is answered. */
    Seen ask() throws IOException {
        List<JsonObject> messages = new ArrayList<>();
        Request request = raw.request().withConnector(connector).withInterim(head -> messages.add(Seen.interim(head)));
        CompletableFuture<?> answer = raw.switches() ? client.open(request) : client.send(request);
        settle();
        while (!answer.isDone() && sent < raw.input().length && say()) {
            settle();
        }
        int taken = sent;
        boolean beforeEnd = answer.isDone();
        if (!answer.isDone() && raw.eof()) {
            end();
        }
        loop.until(answer::isDone, PATIENCE.multipliedBy(2));
        try {
            Object got = answer.join();
            messages.add(got instanceof Handover handover ? switched(handover) : whole((Response) got, beforeEnd));
            return new Seen(got instanceof Handover ? "upgrade" : "ok", "", messages, taken);
        } catch (CompletionException e) {
            return new Seen("error", e.getCause().getMessage(), messages, taken);
        }
    }

    @Override
    public void close() {
        client.close();
        settle();
        loop.close();
    }

    private CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        if (connected) {
            return CompletableFuture.failedFuture(new IOException("Expected one connection to be enough"));
        }
        connected = true;
        return attempt.accepts(wires.near())
                ? CompletableFuture.completedFuture(wires.near())
                : CompletableFuture.failedFuture(new IOException("Expected to be accepted"));
    }

    /** Sends the next piece. Returns false if nobody listens any more. */
    private boolean say() throws IOException {
        int rest = raw.input().length - sent;
        int length = piece < raw.pieces().size() ? Math.min(raw.pieces().get(piece), rest) : rest;
        ByteBuffer next = ByteBuffer.wrap(raw.input(), sent, length);
        piece++;
        if (closed()) {
            return false;
        }
        while (next.hasRemaining() && !closed()) {
            wires.far().write(new ByteBuffer[] {next}, 0, 1);
            settle();
        }
        sent = next.position();
        return true;
    }

    private void end() throws IOException {
        if (!ended) {
            ended = true;
            wires.far().shutdownOutput();
        }
    }

    private void settle() {
        loop.until(() -> true, Duration.ZERO);
    }

    private static JsonObject whole(Response response, boolean beforeEnd) {
        return Seen.message(response.head(), response.body(), response.trailers(), beforeEnd);
    }

    /** With what follows the head as its body. */
    private JsonObject switched(Handover handover) throws IOException {
        while (sent < raw.input().length && say()) {
            settle();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        while (handover.wire().read(buffer) > 0) {
            body.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        handover.wire().close();
        return Seen.message(handover.head(), body.toByteArray(), Headers.empty(), true);
    }
}
