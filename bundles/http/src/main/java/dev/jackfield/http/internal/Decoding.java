package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.coding.Codings;
import dev.jackfield.http.internal.message.Framing;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** Takes the content coding off a body, and guards against one that swells. */
final class Decoding extends Filter {
    /** Octets that a body may have whatever it came from. */
    static final long FREE = 1L << 20;

    /** From the middle of a coding there is nothing to be decoded. */
    private static final int PARTIAL = 206;

    private final Codings codings;
    private final int maxRatio;
    private final Supplier<ByteBuffer> scratch;
    private long taken;
    private long made;
    /** The first octet that is offered next has been seen already. */
    private boolean seen;

    /**
     * Decodes, if there is anything to be decoded.
     *
     * @param scratch has room for what is decoded, until the next one has seen it; cleared
     */
    static Incoming of(Incoming next, ResponseHead head, Framing framing, int maxRatio, Supplier<ByteBuffer> scratch)
            throws HttpFailure {
        if (framing.body() == Framing.Body.NONE || head.status() == PARTIAL) {
            return next;
        }
        return Codings.of(head.headers())
                .<Incoming>map(codings -> new Decoding(next, codings, maxRatio, scratch))
                .orElse(next);
    }

    Decoding(Incoming next, Codings codings, int maxRatio, Supplier<ByteBuffer> scratch) {
        super(next);
        this.scratch = scratch;
        this.codings = codings;
        this.maxRatio = maxRatio;
    }

    /** How long the body is going to be, nobody knows. */
    @Override
    public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
        super.head(call, head, Framing.unknown());
    }

    /**
     * Takes less than it is offered if the next one pauses. If everything was read although not everything that came out
     * of it was wanted, one octet is left, so that it is offered again.
     */
    @Override
    public void part(ByteBuffer in, int count) throws HttpFailure {
        int begin = in.position() + (seen ? 1 : 0);
        ByteBuffer offered = in.slice(begin, in.position() + count - begin);
        codings.give(offered);
        ByteBuffer out = scratch.get();
        boolean dry = false;
        long before = taken;
        while (!dry && !next.paused()) {
            int decoded = codings.read(out.clear());
            taken = before + offered.position();
            dry = decoded == 0;
            if (!dry) {
                check(decoded);
                super.part(out.flip(), decoded);
            }
        }
        seen = !dry && !offered.hasRemaining();
        in.position(begin + offered.position() - (seen ? 1 : 0));
    }

    @Override
    public void end() throws HttpFailure {
        codings.checkEnd();
        super.end();
    }

    @Override
    public void close() {
        codings.close();
        super.close();
    }

    private void check(int more) throws HttpFailure {
        made += more;
        if (made > FREE && made / maxRatio > taken) {
            throw new HttpFailure(
                    Phase.BODY,
                    "Expected a decoded body of at most " + maxRatio + " times what came by the wire (maxRatio), got "
                            + made + " octets of " + taken);
        }
    }
}
