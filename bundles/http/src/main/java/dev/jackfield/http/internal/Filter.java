package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.Framing;
import java.nio.ByteBuffer;

/** Does something to a body on its way. What it does not do itself, it leaves to the next one. */
abstract class Filter implements Incoming {
    final Incoming next;

    Filter(Incoming next) {
        this.next = next;
    }

    @Override
    public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
        next.head(call, head, framing);
    }

    @Override
    public void part(ByteBuffer in, int count) throws HttpFailure {
        next.part(in, count);
    }

    @Override
    public byte[] body() {
        return next.body();
    }

    @Override
    public boolean paused() {
        return next.paused();
    }

    @Override
    public boolean congested() {
        return next.congested();
    }

    @Override
    public boolean gotOn() {
        return next.gotOn();
    }

    @Override
    public boolean takesWire() {
        return next.takesWire();
    }

    @Override
    public void end() throws HttpFailure {
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
