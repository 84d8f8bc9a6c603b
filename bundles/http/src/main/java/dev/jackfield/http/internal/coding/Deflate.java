package dev.jackfield.http.internal.coding;

import dev.jackfield.http.HttpFailure;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;

/** The deflate coding (RFC 9110 section 8.4.1.2): a zlib stream (RFC 1950), or, as some send it, the bare data in it. */
final class Deflate extends Coding {
    private static final int METHOD = 8;

    private final ByteBuffer start = ByteBuffer.allocate(2);
    /** Null until two octets have told of which kind it is. */
    private Inflater inflater;

    Deflate(Inlet inlet) {
        super("deflate", inlet);
    }

    @Override
    int read(ByteBuffer out) throws HttpFailure {
        if (inflater == null && !start()) {
            return 0;
        }
        int count = inflater.finished() ? 0 : inflate(inflater, out);
        if (inflater.finished() && count == 0 && input().hasRemaining()) {
            throw garbled("Expected nothing behind the end of the deflate coding, got more");
        }
        return count;
    }

    @Override
    boolean complete() {
        return inflater == null ? start.position() == 0 : inflater.finished();
    }

    @Override
    void close() {
        if (inflater != null) {
            inflater.end();
        }
    }

    /** The two octets that were looked at come first. */
    @Override
    ByteBuffer input() throws HttpFailure {
        return inflater != null && start.hasRemaining() ? start : super.input();
    }

    private boolean start() throws HttpFailure {
        for (ByteBuffer in = input(); start.hasRemaining() && in.hasRemaining(); in = input()) {
            start.put(in.get());
        }
        if (start.hasRemaining()) {
            return false;
        }
        int both = start.flip().getShort(0) & 0xFFFF;
        boolean zlib = (both >> 8 & 0x0F) == METHOD && (both & 0x8000) == 0 && both % 31 == 0;
        inflater = new Inflater(!zlib);
        return true;
    }
}
