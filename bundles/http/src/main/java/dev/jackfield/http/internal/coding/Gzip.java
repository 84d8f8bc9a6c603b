package dev.jackfield.http.internal.coding;

import dev.jackfield.http.HttpFailure;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The gzip coding (RFC 1952): one member after the other, each with its check sum and length. */
final class Gzip extends Coding {
    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int FIXED = 10;
    private static final int TRAILER = 8;
    private static final int[] MAGIC = {0x1F, 0x8B, 8};

    private enum State {
        START,
        FIXED_HEAD,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEAD_SUM,
        DATA,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private State state = State.START;
    private int flags;
    /** Octets of this piece of head or trailer so far. */
    private int count;

    private int extra;
    private long trailer;
    private boolean closed;

    Gzip(Inlet inlet) {
        super("gzip", inlet);
    }

    @Override
    int read(ByteBuffer out) throws HttpFailure {
        while (true) {
            if (state == State.DATA) {
                int at = out.position();
                int inflated = inflate(inflater, out);
                if (inflated > 0) {
                    sum.update(out.slice(at, inflated));
                    return inflated;
                }
                if (!inflater.finished()) {
                    return 0;
                }
                enter(State.TRAILER);
            }
            ByteBuffer in = input();
            if (!in.hasRemaining()) {
                return 0;
            }
            octet(in.get() & 0xFF);
        }
    }

    @Override
    boolean complete() {
        return state == State.START;
    }

    @Override
    void close() {
        if (!closed) {
            closed = true;
            inflater.end();
        }
    }

    private void enter(State next) {
        state = next;
        count = 0;
    }

    private void octet(int octet) throws HttpFailure {
        switch (state) {
            case START, FIXED_HEAD -> fixed(octet);
            case EXTRA_LENGTH -> {
                extra |= octet << 8 * count;
                if (++count == 2) {
                    enter(State.EXTRA);
                    skipAbsent();
                }
            }
            case EXTRA -> {
                extra--;
                skipAbsent();
            }
            case NAME, COMMENT -> {
                if (octet == 0) {
                    flags &= state == State.NAME ? ~FNAME : ~FCOMMENT;
                    skipAbsent();
                }
            }
            case HEAD_SUM -> {
                if (++count == 2) {
                    flags &= ~FHCRC;
                    skipAbsent();
                }
            }
            default -> trailer(octet);
        }
    }

    private void fixed(int octet) throws HttpFailure {
        if (count < MAGIC.length && octet != MAGIC[count]) {
            throw garbled("Expected a member of the gzip coding (RFC 1952 section 2.3), got octet 0x"
                    + Integer.toHexString(octet) + " at its place " + count);
        }
        state = State.FIXED_HEAD;
        if (count == MAGIC.length) {
            flags = octet;
            if ((flags & RESERVED) != 0) {
                throw garbled("Expected no reserved flags in a gzip member (RFC 1952 section 2.3.1.2), got 0x"
                        + Integer.toHexString(octet));
            }
        }
        if (++count == FIXED) {
            extra = 0;
            if ((flags & FEXTRA) != 0) {
                enter(State.EXTRA_LENGTH);
            } else {
                skipAbsent();
            }
        }
    }

    /** On to the next piece of the head that is there. */
    private void skipAbsent() {
        if (extra > 0) {
            state = State.EXTRA;
        } else if ((flags & FNAME) != 0) {
            enter(State.NAME);
        } else if ((flags & FCOMMENT) != 0) {
            enter(State.COMMENT);
        } else if ((flags & FHCRC) != 0) {
            enter(State.HEAD_SUM);
        } else {
            inflater.reset();
            sum.reset();
            trailer = 0;
            enter(State.DATA);
        }
    }

    private void trailer(int octet) throws HttpFailure {
        trailer |= (long) octet << 8 * count;
        if (++count == TRAILER) {
            long length = inflater.getBytesWritten() & 0xFFFF_FFFFL;
            if ((trailer & 0xFFFF_FFFFL) != sum.getValue() || trailer >>> 32 != length) {
                throw garbled("Expected what the check sum and length of a gzip member say (RFC 1952 section 2.3.1),"
                        + " got something else");
            }
            enter(State.START);
        }
    }
}
