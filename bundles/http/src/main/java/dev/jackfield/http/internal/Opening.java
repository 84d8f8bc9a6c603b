package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Handover;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.Framing;
import java.nio.ByteBuffer;

/** Wants the connection instead of the body. */
final class Opening implements Incoming, Completion {
    private final TiedFuture<Handover> future = new TiedFuture<>();

    TiedFuture<Handover> future() {
        return future;
    }

    /** Returns false if nobody wants it any more. */
    boolean handOver(Response response, Wire wire) {
        return future.deliver(
                new Handover(response.request(), response.head(), response.redirects(), wire, response.ledger()));
    }

    @Override
    public void head(Call call, ResponseHead head, Framing framing) {
        // It is told together with the wire.
    }

    @Override
    public void part(ByteBuffer in, int count) {
        throw new IllegalStateException("Expected nothing behind the head, got " + count + " octets");
    }

    @Override
    public byte[] body() {
        return Kept.NOTHING;
    }

    @Override
    public boolean takesWire() {
        return true;
    }

    @Override
    public void completed(Response response) {
        throw new IllegalStateException("Expected a wire with " + response);
    }

    @Override
    public void failed(HttpFailure failure) {
        future.failed(failure);
    }
}
