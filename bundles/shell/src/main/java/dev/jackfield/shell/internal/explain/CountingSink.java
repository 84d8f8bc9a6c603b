package dev.jackfield.shell.internal.explain;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Intake;
import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what goes into another sink. <i>Loop-confined</i>, but for the count. */
public final class CountingSink implements BodySink {
    private final BodySink sink;
    private final AtomicLong octets = new AtomicLong();

    /**
     * Counts nothing yet.
     *
     * @param sink gets it all
     */
    public CountingSink(BodySink sink) {
        this.sink = sink;
    }

    /**
     * What has come so far.
     *
     * @return octets of the body
     */
    public long octets() {
        return octets.get();
    }

    @Override
    public void begin(Intake intake) {
        sink.begin(intake);
    }

    @Override
    public boolean head(ResponseHead head) {
        return sink.head(head);
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        octets.addAndGet(bytes.remaining());
        return sink.part(bytes);
    }

    @Override
    public CompletionStage<?> finish() {
        return sink.finish();
    }

    @Override
    public void discard() {
        sink.discard();
    }
}
