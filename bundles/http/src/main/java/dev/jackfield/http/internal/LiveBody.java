package dev.jackfield.http.internal;

import dev.jackfield.http.Intake;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that comes as it is asked for. One part is read ahead, so that the end is seen, and the connection free, without
 * anybody asking for what is not there.
 *
 * <p>Subscribing, asking and cancelling work from any thread; all else, signals included, happens on the loop.
 */
final class LiveBody implements Flow.Publisher<ByteBuffer> {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private static final Flow.Subscription NONE = new Flow.Subscription() {
        @Override
        public void request(long n) {
            // There is nothing to be had.
        }

        @Override
        public void cancel() {
            // It is over already.
        }
    };

    /** How the body reaches its loop, and how the exchange is called off. */
    interface Exchange {
        /** Runs a task on the loop: at once if this is the loop. */
        void run(Runnable task);

        /** Somebody takes care of the body now, or there is nothing left to be taken care of. */
        void attended();

        /** The body is not wanted any more. */
        void callOff();
    }

    private final Exchange exchange;
    private final Executor later;
    private final Intake intake;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** Null before there is one, and again as soon as it is to hear nothing more. */
    private Flow.Subscriber<? super ByteBuffer> subscriber;

    private long demand;
    /** The part read ahead. */
    private Optional<ByteBuffer> ahead = Optional.empty();

    private boolean over;
    private Optional<Throwable> failure = Optional.empty();
    private boolean signalling;

    LiveBody(Exchange exchange, Executor later, Intake intake) {
        this.exchange = exchange;
        this.later = later;
        this.intake = intake;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newcomer) {
        Objects.requireNonNull(newcomer, "subscriber");
        if (taken.compareAndSet(false, true)) {
            later.execute(() -> begin(newcomer));
        } else {
            later.execute(() -> {
                newcomer.onSubscribe(NONE);
                newcomer.onError(new IllegalStateException("Expected one subscriber, got a second one"));
            });
        }
    }

    /** Takes some more of the body; copies it. */
    void part(ByteBuffer bytes) {
        ahead = Optional.of(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        signal();
        if (ahead.isPresent()) {
            intake.pause();
        }
    }

    /** The body is complete. */
    void complete() {
        end();
    }

    /** The body is cut short. */
    void fail(Throwable error) {
        failure = Optional.of(error);
        end();
    }

    private void end() {
        over = true;
        exchange.attended();
        signal();
    }

    private void begin(Flow.Subscriber<? super ByteBuffer> newcomer) {
        exchange.attended();
        subscriber = newcomer;
        guarded(() -> newcomer.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                exchange.run(() -> requested(n));
            }

            @Override
            public void cancel() {
                exchange.run(LiveBody.this::cancelled);
            }
        }));
        signal();
    }

    private void requested(long n) {
        if (subscriber == null) {
            return;
        }
        if (n <= 0) {
            Flow.Subscriber<? super ByteBuffer> rude = subscriber;
            cancelled();
            guarded(() -> rude.onError(new IllegalArgumentException(
                    "Expected a request for at least one buffer (reactive streams rule 3.9), got " + n)));
            return;
        }
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        signal();
    }

    private void cancelled() {
        subscriber = null;
        ahead = Optional.empty();
        if (!over) {
            over = true;
            exchange.callOff();
        }
    }

    private void signal() {
        if (signalling) {
            // A subscriber that asks from within a signal is served by the loop that is running already.
            return;
        }
        guarded(() -> {
            while (subscriber != null && demand > 0 && ahead.isPresent()) {
                demand -= demand == Long.MAX_VALUE ? 0 : 1;
                ByteBuffer next = ahead.get();
                ahead = Optional.empty();
                subscriber.onNext(next);
            }
            if (subscriber != null && over && ahead.isEmpty()) {
                Flow.Subscriber<? super ByteBuffer> last = subscriber;
                subscriber = null;
                failure.ifPresentOrElse(last::onError, last::onComplete);
            }
        });
        if (ahead.isEmpty() && !over) {
            intake.resume();
        }
    }

    /** A subscriber that throws breaks rule 2.13, and is heard no more. */
    private void guarded(Runnable signals) {
        signalling = true;
        try {
            signals.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The subscriber of a body failed", e);
            cancelled();
        } finally {
            signalling = false;
        }
    }
}
