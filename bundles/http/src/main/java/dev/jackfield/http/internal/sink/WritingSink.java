package dev.jackfield.http.internal.sink;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Intake;
import dev.jackfield.http.internal.foreign.FileThreads;
import dev.jackfield.http.internal.foreign.Stint;
import dev.jackfield.http.internal.sink.Outlet.Opener;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Writes a body where writing may block, on threads for such work, one task at a time. What is not written yet is bounded:
 * the tap is shut meanwhile.
 */
public final class WritingSink implements BodySink {
    /** Octets that wait to be written before the tap is shut, and when it is opened again. */
    static final int HIGH = 256 * 1024;

    static final int LOW = 64 * 1024;

    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final ByteBuffer END = ByteBuffer.allocate(0);
    private static final ByteBuffer DISCARDED = ByteBuffer.allocate(0);

    /** How long what was to be written may take when nobody waits for it any more. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final Opener opener;
    private final Function<Intake, Executor> placing;
    /** Whether what is written to is ours: then nobody minds if it is broken. */
    private final boolean ours;
    /** Whether the server has to wait for as long as writing takes. */
    private final boolean patient;

    private final Stint writing = new Stint();
    private final AtomicBoolean used = new AtomicBoolean();
    private final Queue<ByteBuffer> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    /** Tasks that are wanted: the first of them runs, and does the work of the others. */
    private final AtomicInteger wanted = new AtomicInteger();

    private final CompletableFuture<Void> written = new CompletableFuture<>();
    /** Set once, before anything else happens. */
    private volatile Intake intake;

    private volatile Optional<Gauge> gauge = Optional.empty();

    private volatile Executor threads;

    /** Belong to the task that is running. */
    private Outlet outlet;

    private boolean over;

    private WritingSink(Opener opener, Function<Intake, Executor> placing, boolean ours, boolean patient) {
        this.opener = opener;
        this.placing = placing;
        this.ours = ours;
        this.patient = patient;
    }

    /** Into a file, behind what is kept of it. */
    public static WritingSink of(Path file, long from) {
        Objects.requireNonNull(file, "file");
        if (from < 0) {
            throw new IllegalArgumentException("Expected a place of 0 or more, got " + from);
        }
        return new WritingSink(
                () -> Outlet.of(file, from, channel -> {}),
                intake -> new FileThreads(file, intake.blocking(), intake.foreign()),
                true,
                false);
    }

    /** Into something of ours that may take its time, on these threads: the server waits meanwhile, and no inactivity counts. */
    public static WritingSink of(Opener opener, Executor threads) {
        return new WritingSink(opener, intake -> threads, true, true);
    }

    /** Into a channel. */
    public static WritingSink of(WritableByteChannel channel) {
        Objects.requireNonNull(channel, "channel");
        return new WritingSink(() -> Outlet.of(channel), Intake::foreign, false, false);
    }

    /** Into a stream. */
    public static WritingSink of(OutputStream stream) {
        Objects.requireNonNull(stream, "stream");
        return new WritingSink(() -> Outlet.of(stream), Intake::foreign, false, false);
    }

    @Override
    public void begin(Intake tap) {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("Expected a sink for one response, got a second one");
        }
        threads = placing.apply(tap);
        gauge = !patient && tap instanceof Gauge gauged ? Optional.of(gauged) : Optional.empty();
        intake = tap;
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        int count = bytes.remaining();
        queue.add(ByteBuffer.allocate(count).put(bytes).flip());
        if (waiting.addAndGet(count) > HIGH) {
            gauge.ifPresentOrElse(Gauge::congested, intake::pause);
            if (waiting.get() < LOW) {
                // It was all written in the meantime, and nobody will open the tap again.
                intake.resume();
            }
        }
        work();
        return true;
    }

    @Override
    public CompletionStage<?> finish() {
        queue.add(END);
        work();
        return written;
    }

    /** Why not all was written, if that is known by now. */
    public Optional<Throwable> failure() {
        if (!written.isCompletedExceptionally() || written.isCancelled()) {
            return Optional.empty();
        }
        return Optional.of(written.handle((nothing, why) -> why).join());
    }

    @Override
    public void discard() {
        queue.add(DISCARDED);
        work();
        if (ours && wanted.get() > 0) {
            try {
                intake.foreign().execute(this::breakOff);
            } catch (RejectedExecutionException ended) {
                writing.interrupt();
            }
        }
    }

    private void breakOff() {
        try {
            written.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            writing.interrupt();
        } catch (ExecutionException | CancellationException itIsOver) {
            // As it should be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        if (wanted.getAndIncrement() == 0) {
            try {
                threads.execute(this::drain);
            } catch (RejectedExecutionException ended) {
                drain();
            }
        }
    }

    private void drain() {
        writing.begin();
        try {
            drainAll();
        } finally {
            writing.end();
        }
    }

    private void drainAll() {
        int seen = wanted.get();
        do {
            for (ByteBuffer next = queue.poll(); next != null; next = queue.poll()) {
                take(next);
            }
            seen = wanted.addAndGet(-seen);
        } while (seen > 0);
    }

    private void take(ByteBuffer next) {
        if (over) {
            return;
        }
        try {
            if (next == DISCARDED) {
                shut();
                written.cancel(false);
                return;
            }
            if (outlet == null) {
                outlet = opener.open();
            }
            if (next == END) {
                outlet.flush();
                over = true;
                outlet.close();
                written.complete(null);
                return;
            }
            int count = next.remaining();
            outlet.write(next);
            gauge.ifPresent(Gauge::wrote);
            if (waiting.addAndGet(-count) < LOW) {
                intake.resume();
            }
        } catch (IOException | RuntimeException | Error e) {
            shut();
            written.completeExceptionally(e);
            intake.refuse(e);
        }
    }

    private void shut() {
        over = true;
        queue.clear();
        if (outlet != null) {
            try {
                outlet.close();
            } catch (IOException | RuntimeException | Error e) {
                LOG.log(Level.WARNING, "Closing what a body was written to failed", e);
            }
        }
    }
}
