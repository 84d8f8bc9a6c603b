package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.Framing;
import java.nio.ByteBuffer;

/** Lets a body through up to a limit, wherever it goes. */
final class Bounded extends Filter {
    private final long limit;
    private long passed;

    Bounded(Incoming next, long limit) {
        super(next);
        this.limit = limit;
    }

    @Override
    public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
        if (framing.body() == Framing.Body.LENGTH) {
            check(framing.length());
        }
        super.head(call, head, framing);
    }

    @Override
    public void part(ByteBuffer in, int count) throws HttpFailure {
        passed += count;
        check(passed);
        super.part(in, count);
    }

    private void check(long octets) throws HttpFailure {
        if (octets > limit) {
            throw new HttpFailure(
                    Phase.BODY, "Expected a body of at most " + limit + " octets (maxResponse), got " + octets);
        }
    }
}
