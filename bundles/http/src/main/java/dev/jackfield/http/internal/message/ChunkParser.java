package dev.jackfield.http.internal.message;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.nio.ByteBuffer;

/**
 * Takes the chunked coding off a body (RFC 9112 section 7.1). Free of I/O; takes its input in pieces of any size, and no
 * octet behind the trailers. Data is passed on as it comes, so a chunk may be of any size.
 */
final class ChunkParser {
    private enum State {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILERS,
        DONE
    }

    /** 15 hex digits stay below 2^60. */
    private static final int MOST_DIGITS = 15;

    private final ChunkExtensions extensions = new ChunkExtensions();
    private final FieldParser trailers = new FieldParser(Phase.BODY);
    private Limits limits;
    private State state = State.DONE;
    private long left;
    private int digits;
    private boolean blankSeen;
    private int lineLength;

    void begin(Limits newLimits) {
        limits = newLimits;
        beginSize();
    }

    /** The trailers, once {@link #feed} has returned true. */
    Headers takeTrailers() {
        return trailers.take();
    }

    /** Takes octets up to the end of the trailers. Returns true once they are complete. */
    boolean feed(ByteBuffer in, ResponseParser.Receiver receiver) throws HttpFailure {
        while (in.hasRemaining()) {
            switch (state) {
                case DATA -> {
                    if (receiver.paused()) {
                        return false;
                    }
                    data(in, receiver);
                }
                case TRAILERS -> {
                    if (trailers.feed(in)) {
                        state = State.DONE;
                        return true;
                    }
                }
                case DONE -> {
                    return true;
                }
                default -> octet(in.get());
            }
        }
        return false;
    }

    private void beginSize() {
        state = State.SIZE;
        left = 0;
        digits = 0;
        blankSeen = false;
        lineLength = 0;
    }

    private void data(ByteBuffer in, ResponseParser.Receiver receiver) throws HttpFailure {
        int before = in.position();
        receiver.part(in, (int) Math.min(left, in.remaining()));
        left -= in.position() - before;
        if (left == 0) {
            state = State.DATA_CR;
        }
    }

    private void octet(byte octet) throws HttpFailure {
        switch (state) {
            case SIZE -> size(octet);
            case EXTENSION -> extension(octet);
            case SIZE_LF -> {
                expect(octet, '\n', "LF behind the chunk size");
                if (left > 0) {
                    state = State.DATA;
                } else {
                    trailers.begin(limits.head(), limits.fields());
                    state = State.TRAILERS;
                }
            }
            case DATA_CR -> {
                expect(octet, '\r', "CR LF behind the chunk's data");
                state = State.DATA_LF;
            }
            case DATA_LF -> {
                expect(octet, '\n', "CR LF behind the chunk's data");
                beginSize();
            }
            default -> throw new IllegalStateException("No single octets in " + state);
        }
    }

    private void size(byte octet) throws HttpFailure {
        int digit = Character.digit(octet, 16);
        if (digit >= 0 && !blankSeen) {
            if (++digits > MOST_DIGITS) {
                throw garbled("Expected a chunk size of at most " + MOST_DIGITS
                        + " hex digits (RFC 9112 section 7.1), got more");
            }
            left = left * 16 + digit;
        } else if (digits == 0) {
            throw garbled("Expected a chunk size in hex digits (RFC 9112 section 7.1), got " + Chars.show(octet));
        } else if (octet == '\r') {
            state = State.SIZE_LF;
        } else if (octet == ';') {
            extensions.begin();
            state = State.EXTENSION;
        } else if (Chars.isBlank(octet)) {
            blankSeen = true;
            countLine();
        } else {
            throw garbled(
                    "Expected ';' or CR LF behind the chunk size (RFC 9112 section 7.1), got " + Chars.show(octet));
        }
    }

    private void extension(byte octet) throws HttpFailure {
        countLine();
        if (octet == '\r' && extensions.mayEnd()) {
            state = State.SIZE_LF;
        } else if (!extensions.take(octet)) {
            throw garbled("Expected chunk extensions like \";name=value\" (RFC 9112 section 7.1.1), got "
                    + Chars.show(octet));
        }
    }

    private void countLine() throws HttpFailure {
        if (++lineLength > Limits.CHUNK_LINE) {
            throw garbled("Expected at most " + Limits.CHUNK_LINE + " octets of chunk extensions, got more");
        }
    }

    private static void expect(byte octet, char expected, String what) throws HttpFailure {
        if (octet != expected) {
            throw garbled("Expected " + what + " (RFC 9112 section 7.1), got " + Chars.show(octet));
        }
    }

    private static HttpFailure garbled(String message) {
        return new HttpFailure(Phase.BODY, message);
    }
}
