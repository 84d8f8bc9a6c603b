package dev.jackfield.http.internal.message;

import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;

/**
 * The head that was read last, and what it said of the body. Servers say the same again and again, but for the date, and that
 * changes once a second: what comes a second time, octet for octet, is not read again. May be shared by the parsers of all
 * connections to an origin. <i>Loop-confined.</i>
 */
public final class LastHead {
    /** Octets; a longer head is read each time, so that little is held on to. */
    static final int MOST = 2048;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Framing framing = new Framing();
    private ByteBuffer octets = NOTHING;
    private boolean answersHead;
    /** Null before the first. */
    private ResponseHead head;

    /**
     * Keeps a head.
     *
     * @param came its octets, the empty line included; not copied
     * @param toHeadRequest whether it answers a HEAD request
     */
    void keep(ByteBuffer came, boolean toHeadRequest, ResponseHead read, Framing decided) {
        octets = came;
        answersHead = toHeadRequest;
        head = read;
        framing.becomes(decided);
    }

    /** Whether {@code in} begins with this head, as the answer to such a request; if so, takes it. */
    boolean takes(ByteBuffer in, boolean toHeadRequest, Limits limits) {
        int length = octets.remaining();
        if (length == 0
                || length > in.remaining()
                || answersHead != toHeadRequest
                || length > limits.head()
                || head.headers().size() > limits.fields()) {
            return false;
        }
        int differs = octets.mismatch(in);
        if (differs >= 0 && differs < length) {
            return false;
        }
        in.position(in.position() + length);
        return true;
    }

    ResponseHead head() {
        return head;
    }

    Framing framing() {
        return framing;
    }
}
