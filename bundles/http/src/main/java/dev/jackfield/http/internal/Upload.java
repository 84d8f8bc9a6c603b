package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.body.Source;
import dev.jackfield.http.internal.body.Supply;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A body that is read while it goes out, one buffer at a time: as it is if its length is known, otherwise in chunks (RFC
 * 9112 section 7.1). <i>Loop-confined.</i>
 */
final class Upload {
    private static final int BUFFER = 32 * 1024;
    /** Four hex digits, enough for a whole buffer, and CR LF. */
    private static final int CHUNK_HEAD = 6;

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Buffers in one go, so that a fast body does not keep the others waiting. */
    private static final int MOST_BUFFERS = 16;

    private final Source source;
    private final long length;
    private final Loop loop;
    private final Runnable more;
    /** One buffer, as {@link Wire#write} wants it. */
    private final ByteBuffer[] staged = {ByteBuffer.allocate(BUFFER).limit(0)};

    private Supply supply;
    private long read;
    private boolean ended;

    Upload(Source source, long length, Loop loop, Runnable more) {
        this.source = source;
        this.length = length;
        this.loop = loop;
        this.more = more;
    }

    /**
     * Writes what is there and the wire takes now. Returns false if it takes no more.
     *
     * @throws HttpFailure if the body cannot be had, or is not as long as it said
     */
    boolean flush(Wire wire) throws IOException {
        for (int buffers = 0; buffers < MOST_BUFFERS; buffers++) {
            if (!staged[0].hasRemaining() && !stage()) {
                return true;
            }
            wire.write(staged, 0, 1);
            if (staged[0].hasRemaining()) {
                return false;
            }
        }
        return false;
    }

    /** Whether everything that belongs to the message is out. Whether that is the end of what was read may be still open. */
    boolean complete() {
        return (length < 0 ? ended : read == length) && !staged[0].hasRemaining();
    }

    /** What is left of the body is not wanted any more. */
    void close() {
        if (supply != null) {
            supply.close();
        }
    }

    /** Returns false if there is nothing to be sent for now, or any more. */
    private boolean stage() throws HttpFailure {
        if (ended) {
            return false;
        }
        try {
            if (supply == null) {
                supply = source.open(loop, more);
            }
            return length < 0 ? stageChunk(staged[0].clear()) : stageOctets(staged[0].clear());
        } catch (IOException | RuntimeException | Error e) {
            staged[0].limit(staged[0].position());
            throw e instanceof HttpFailure failure
                    ? failure
                    : new HttpFailure(Phase.SEND, "The body could not be read: " + e, e);
        }
    }

    private boolean stageChunk(ByteBuffer out) throws IOException {
        int count = supply.read(out.position(CHUNK_HEAD).limit(BUFFER - CRLF.length));
        if (count < 0) {
            ended = true;
            out.clear().put(LAST_CHUNK).flip();
            return true;
        }
        if (count == 0) {
            out.limit(out.position());
            return false;
        }
        byte[] size = Integer.toHexString(count).getBytes(StandardCharsets.US_ASCII);
        int start = CHUNK_HEAD - CRLF.length - size.length;
        out.limit(BUFFER).put(CRLF);
        out.flip().position(start);
        out.put(start, size).put(start + size.length, CRLF);
        return true;
    }

    private boolean stageOctets(ByteBuffer out) throws IOException {
        if (read == length) {
            checkEnd(out.limit(1));
            out.clear().limit(0);
            return false;
        }
        int count = supply.read(out.limit((int) Math.min(BUFFER, length - read)));
        if (count < 0) {
            throw new HttpFailure(
                    Phase.SEND, "Expected a body of " + length + " octets, as it said, got its end after " + read);
        }
        read += count;
        if (read == length) {
            // Before the last octets are out, the server cannot answer yet; afterwards it may be too late to tell.
            checkEnd(ByteBuffer.allocate(1));
        }
        out.flip();
        return count > 0;
    }

    private void checkEnd(ByteBuffer oneOctet) throws IOException {
        int count = supply.read(oneOctet);
        if (count > 0) {
            throw new HttpFailure(
                    Phase.SEND, "Expected a body of " + length + " octets, as it said, got at least one more");
        }
        ended = count < 0;
    }
}
