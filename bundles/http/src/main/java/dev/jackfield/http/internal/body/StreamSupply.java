package dev.jackfield.http.internal.body;

import dev.jackfield.http.internal.foreign.Stint;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a stream on threads that may block, one buffer ahead. The stream is touched by one task at a time, and closed
 * by the last of them: it may not like to be closed while it is read. Only a read that does not return although nobody
 * waits for it any more, and its thread was interrupted, has its stream closed under it.
 */
final class StreamSupply implements Supply {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final int AHEAD = 64 * 1024;
    /** How long a read that was interrupted may take to return. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Callable<? extends InputStream> opener;
    private final Loop loop;
    private final Executor threads;
    private final Runnable more;
    private final ByteBuffer ahead = ByteBuffer.allocate(AHEAD).limit(0);
    private final Stint reading = new Stint();
    /** Null before it is opened, and once somebody has it closed. */
    private final AtomicReference<InputStream> stream = new AtomicReference<>();

    private boolean fetching;
    private boolean ended;
    private volatile boolean closed;
    private IOException failure;

    /** Reads on some threads. */
    StreamSupply(Callable<? extends InputStream> opener, Loop loop, Executor threads, Runnable more) {
        this.opener = opener;
        this.loop = loop;
        this.threads = threads;
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
        if (closed) {
            return;
        }
        closed = true;
        if (fetching) {
            reading.interrupt();
            elsewhere(loop.foreign(), () -> {
                reading.awaitEnd(GRACE);
                shut();
            });
        } else if (!ended) {
            elsewhere(threads, this::shut);
        }
    }

    private void fetch() {
        if (!fetching) {
            fetching = true;
            threads.execute(this::fill);
        }
    }

    /** On a thread that may block. */
    private void fill() {
        int count = -1;
        IOException trouble = null;
        reading.begin();
        try {
            InputStream open = open();
            // Whoever closed before the stream could be seen leaves it to us.
            count = closed ? -1 : some(open, ahead.array());
        } catch (IOException e) {
            trouble = e;
        } catch (Exception | Error e) {
            trouble = new IOException(e.toString(), e);
        } finally {
            reading.end();
        }
        if (count < 0 || closed) {
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

    private InputStream open() throws Exception {
        InputStream known = stream.get();
        if (known != null || closed) {
            return known;
        }
        InputStream opened = Objects.requireNonNull(opener.call(), "Expected a stream, got null");
        stream.set(opened);
        return opened;
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
        }
    }

    private void elsewhere(Executor where, Runnable task) {
        try {
            where.execute(task);
        } catch (RejectedExecutionException ended) {
            shut();
        }
    }

    private void shut() {
        InputStream open = stream.getAndSet(null);
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException | Error e) {
                LOG.log(Level.WARNING, "Closing the stream of a body failed", e);
            }
        }
    }
}
