package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads a stream on threads for blocking work, one buffer ahead. The stream is touched by one task at a time, and closed
 * by the last of them: it may not like to be closed while it is read.
 */
final class StreamSupply implements Supply {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final int AHEAD = 64 * 1024;

    private final Callable<? extends InputStream> opener;
    private final Loop loop;
    private final Runnable more;
    private final ByteBuffer ahead = ByteBuffer.allocate(AHEAD).limit(0);
    private boolean fetching;
    private boolean ended;
    private boolean closed;
    private IOException failure;

    /** Belongs to the task that is fetching; between two of them, to nobody. */
    private InputStream stream;

    StreamSupply(Callable<? extends InputStream> opener, Loop loop, Runnable more) {
        this.opener = opener;
        this.loop = loop;
        this.more = more;
    }

    @Override
    public int read(ByteBuffer out) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int count = Math.min(out.remaining(), ahead.remaining());
        out.put(ahead.slice(ahead.position(), count));
        ahead.position(ahead.position() + count);
        if (count == 0 && ended) {
            return -1;
        }
        if (!ahead.hasRemaining() && !ended && !closed) {
            fetch();
        }
        return count;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!fetching && !ended) {
                elsewhere(this::shut);
            }
        }
    }

    private void fetch() {
        if (!fetching) {
            fetching = true;
            loop.blocking().execute(this::fill);
        }
    }

    /** On a thread for blocking work. */
    private void fill() {
        int count = -1;
        IOException trouble = null;
        try {
            if (stream == null) {
                stream = Objects.requireNonNull(opener.call(), "Expected a stream, got null");
            }
            count = some(stream, ahead.array());
        } catch (IOException e) {
            trouble = e;
        } catch (Exception | Error e) {
            trouble = new IOException(e.toString(), e);
        }
        if (count < 0) {
            shut();
        }
        int got = count;
        IOException why = trouble;
        try {
            loop.execute(() -> filled(got, why));
        } catch (RejectedExecutionException ended) {
            shut();
        }
    }

    /** A stream that gives nothing although there was room is asked for one octet, for which it has to wait. */
    private static int some(InputStream stream, byte[] into) throws IOException {
        int count = stream.read(into);
        if (count > into.length) {
            throw new IOException("Expected at most " + into.length + " octets of a stream at a time, got " + count);
        }
        if (count != 0) {
            return count;
        }
        int octet = stream.read();
        into[0] = (byte) octet;
        return octet < 0 ? -1 : 1;
    }

    private void filled(int count, IOException trouble) {
        fetching = false;
        failure = trouble;
        ended = count < 0;
        ahead.clear().limit(Math.max(0, count));
        if (!closed) {
            more.run();
        } else if (!ended) {
            elsewhere(this::shut);
        }
    }

    private void elsewhere(Runnable task) {
        try {
            loop.blocking().execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    private void shut() {
        InputStream open = stream;
        stream = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException | Error e) {
                LOG.log(Level.WARNING, "Closing the stream of a body failed", e);
            }
        }
    }
}
