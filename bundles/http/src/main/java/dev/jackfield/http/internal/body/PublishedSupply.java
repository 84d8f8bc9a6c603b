package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes what a publisher publishes, a few buffers at a time.
 *
 * <p>Signals come on any thread; everything else, asking for more and cancelling included, happens on the loop.
 */
final class PublishedSupply implements Supply, Flow.Subscriber<ByteBuffer> {
    /** Buffers asked for and not yet sent. */
    static final int WINDOW = 4;

    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final Flow.Subscription OVER = new Flow.Subscription() {
        @Override
        public void request(long n) {
            // Nobody is there to be asked.
        }

        @Override
        public void cancel() {
            // It is over already.
        }
    };

    /** What a publisher may say, in the order in which it said it. */
    private sealed interface Signal {
        record Next(ByteBuffer buffer) implements Signal {}

        record Failed(Throwable error) implements Signal {}

        record Complete() implements Signal {}
    }

    private final Loop loop;
    private final Runnable more;
    private final Queue<Signal> signals = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AtomicInteger demand = new AtomicInteger();
    private Optional<ByteBuffer> current = Optional.empty();
    private int asked;
    private boolean ended;

    PublishedSupply(Loop loop, Runnable more) {
        this.loop = loop;
        this.more = more;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given, "subscription");
        if (subscription.compareAndSet(null, given)) {
            wake();
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        Objects.requireNonNull(buffer, "buffer");
        if (demand.decrementAndGet() < 0) {
            signal(new Signal.Failed(new IllegalStateException(
                    "Expected no more buffers than were asked for (reactive streams rule 1.1), got one more")));
        } else {
            // A buffer may be published again, to somebody else.
            signal(new Signal.Next(buffer.duplicate()));
        }
    }

    @Override
    public void onError(Throwable error) {
        signal(new Signal.Failed(Objects.requireNonNull(error, "error")));
    }

    @Override
    public void onComplete() {
        signal(new Signal.Complete());
    }

    @Override
    public int read(ByteBuffer out) throws IOException {
        awake.set(false);
        int before = out.remaining();
        while (out.hasRemaining() && !ended) {
            ask();
            if (current.isEmpty() && !next()) {
                break;
            }
            current.ifPresent(from -> put(from, out));
        }
        int count = before - out.remaining();
        return count == 0 && ended ? -1 : count;
    }

    @Override
    public void close() {
        Flow.Subscription was = subscription.getAndSet(OVER);
        signals.clear();
        current = Optional.empty();
        if (was != null && !ended) {
            try {
                was.cancel();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "Cancelling the subscription to a body failed", e);
            }
        }
        ended = true;
    }

    private void signal(Signal signal) {
        if (subscription.get() != OVER) {
            signals.add(signal);
            wake();
        }
    }

    /** One task on the loop is enough for all that has come until it runs. */
    private void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                loop.execute(more);
            } catch (RejectedExecutionException ended) {
                // Then nothing is sent any more.
            }
        }
    }

    private void ask() {
        Flow.Subscription from = subscription.get();
        if (from != null && asked <= WINDOW / 2) {
            int count = WINDOW - asked;
            asked = WINDOW;
            demand.addAndGet(count);
            from.request(count);
        }
    }

    /** Returns false if there is no buffer for now, or no more. */
    private boolean next() throws IOException {
        Signal signal = signals.poll();
        if (signal == null) {
            return false;
        }
        if (signal instanceof Signal.Next next) {
            current = Optional.of(next.buffer());
        } else if (signal instanceof Signal.Failed failed) {
            ended = true;
            throw new IOException("The publisher failed: " + failed.error(), failed.error());
        } else {
            ended = true;
            if (!signals.isEmpty()) {
                throw new IOException("Expected nothing behind the end (reactive streams rule 1.7), got more");
            }
        }
        return true;
    }

    private void put(ByteBuffer from, ByteBuffer out) {
        int count = Math.min(out.remaining(), from.remaining());
        out.put(from.slice(from.position(), count));
        from.position(from.position() + count);
        if (!from.hasRemaining()) {
            current = Optional.empty();
            asked--;
        }
    }
}
