package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLHandshakeException;

/**
 * One handshake, of either side. What costs time (keys, signatures, certificates, and making the engine) is done on the
 * loop's threads for blocking work, where it takes a place ({@link Bench}); the loop only carries records. The limit is the peer's:
 * neither waiting for a place nor computing counts.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Handshake {

    /** Makes the engine, on a thread that may block. */
    @FunctionalInterface
    public interface Source {
        /** The engine, in client or server mode. */
        SSLEngine engine() throws IOException;
    }

    /** How many records or flights there are in one turn of the loop, so that others on it have theirs. */
    static final int MOST_STEPS = 32;

    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);

    private final Wire below;
    private final Loop loop;
    private final Source source;
    private final Inbound in;
    private final Outbound out;
    private final Allowance allowance = new Allowance();
    private final CompletableFuture<Wire> done = new CompletableFuture<>();
    private final Bench bench;
    private final Patience patience;
    private Optional<Bench.Asked> place = Optional.empty();
    private int steps;
    private SSLEngine engine;
    private boolean scrutinized;
    private boolean away;
    private boolean yielded;
    private boolean ended;

    private Handshake(Wire below, Source source, Duration limit) {
        this.below = below;
        this.loop = below.loop();
        this.source = source;
        this.in = new Inbound(below);
        this.out = new Outbound(below);
        this.bench = Bench.of(loop.blocking());
        this.patience = new Patience(loop, limit, () -> expired(limit));
    }

    /** Begins one over a wire, which is closed if it fails; the limit is for all the waits for the peer together. */
    public static Handshake begin(Wire below, Source source, Duration limit) {
        Handshake handshake = new Handshake(below, source, limit);
        handshake.aside(handshake::start);
        return handshake;
    }

    /** Completes on the loop, never within {@link #begin}. */
    public CompletionStage<Wire> stage() {
        return done;
    }

    /** Lets go of everything at once; the stage never completes then. */
    public void cancel() {
        if (!ended) {
            letGo();
        }
    }

    private void expired(Duration limit) {
        fail(new SocketTimeoutException("Expected the peer to play its part in the TLS handshake within "
                + limit.toMillis() + " ms, but it goes on"));
    }

    private void start() throws IOException {
        engine = source.engine();
        engine.beginHandshake();
        tasks();
    }

    private void tasks() {
        Scrutiny.takeNote();
        for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
            task.run();
        }
        scrutinized |= Scrutiny.takeNote();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Does something where it may take its time, and comes back. Meanwhile the loop leaves the engine alone. */
    private void aside(Work work) {
        away = true;
        patience.end();
        try {
            place = Optional.of(bench.ask(steps++, () -> {
                Throwable failure = null;
                try {
                    work.run();
                } catch (Throwable e) {
                    failure = e;
                }
                back(failure);
            }));
        } catch (RejectedExecutionException e) {
            back(new IOException("The loop has ended", e));
        } catch (RuntimeException | Error e) {
            back(e);
        }
    }

    private void back(Throwable failure) {
        try {
            loop.execute(() -> {
                away = false;
                if (ended) {
                    endEngine();
                } else if (failure != null) {
                    fail(failure);
                } else {
                    patience.begin();
                    turn();
                }
            });
        } catch (RejectedExecutionException e) {
            // With the loop, everything on it has ended.
        }
    }

    private void turn() {
        if (ended || away) {
            return;
        }
        try {
            int inThisTurn = 0;
            while (step()) {
                if (++inThisTurn == MOST_STEPS) {
                    later();
                    return;
                }
            }
        } catch (Throwable e) {
            // Engines in native code throw whatever their managers threw, checked or not.
            sayWhy();
            fail(e);
        }
    }

    /** Goes on later, once, even if room below wakes this up meanwhile. */
    private void later() {
        if (!yielded) {
            yielded = true;
            loop.execute(() -> {
                yielded = false;
                turn();
            });
        }
    }

    /** Goes on by one flight, record or task; false if it has to wait or is over. */
    private boolean step() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            aside(this::tasks);
            return false;
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            out.wrap(engine);
            if (engine.isOutboundDone()) {
                throw new SSLHandshakeException("The peer ended the connection in the middle");
            }
        }
        boolean flushed = out.flush();
        if (!flushed) {
            below.whenWritable(this::turn);
        }
        return switch (engine.getHandshakeStatus()) {
            case FINISHED, NOT_HANDSHAKING -> succeed();
            case NEED_TASK -> true;
            case NEED_WRAP -> flushed;
            // Even if not all is written: maybe the peer does not read before it has written its part.
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
        };
    }

    /** Takes in one record; false if there is none yet. */
    private boolean unwrap() throws IOException {
        for (int length; (length = in.record()) == 0; ) {
            int count = in.fill();
            if (count < 0) {
                throw new SSLHandshakeException(
                        in.begun()
                                ? "The peer closed the connection in the middle"
                                : "The peer closed the connection without a word");
            }
            if (count == 0) {
                in.rest();
                below.whenReadable(this::turn);
                return false;
            }
        }
        allowance.take(in.type(), in.record());
        Scrutiny.takeNote();
        SSLEngineResult result = in.unwrap(engine, in.record(), NOWHERE);
        // Not every engine leaves this to its tasks.
        scrutinized |= Scrutiny.takeNote();
        in.rest();
        if (result.getStatus() == Status.CLOSED) {
            throw new SSLHandshakeException("The peer ended the connection in the middle");
        }
        if (result.getStatus() != Status.OK) {
            throw new SSLHandshakeException("Expected nothing but a handshake, got " + result.getStatus());
        }
        return true;
    }

    /** What is left to be written follows by itself: the peer may wait for us to read what it has to say after its part. */
    private boolean succeed() throws IOException {
        if (engine.isInboundDone() || engine.isOutboundDone()) {
            throw new SSLHandshakeException("The peer ended the connection in the middle");
        }
        // Whatever may fail comes before it has ended, so that it fails, too.
        Negotiated negotiated = Sessions.negotiated(engine, engine.getUseClientMode() && !scrutinized);
        Wire wire = new TlsWire(below, engine, negotiated, in, out);
        rest();
        ended = true;
        done.complete(wire);
        return false;
    }

    /** The alert that tells the peer why, if it can be written at once. */
    private void sayWhy() {
        try {
            out.wrap(engine);
            out.flush();
        } catch (IOException | RuntimeException | Error e) {
            // Then the peer will not hear of it.
        }
    }

    private void fail(Throwable failure) {
        if (ended) {
            return;
        }
        try {
            letGo();
        } finally {
            done.completeExceptionally(told(failure));
        }
    }

    /** Where the bundle was replaced in the middle, even the words may be gone; nobody waits for them. */
    private static Throwable told(Throwable failure) {
        try {
            return Failures.inHandshake(failure);
        } catch (RuntimeException | Error e) {
            return new IOException("The TLS handshake failed", failure);
        }
    }

    private void letGo() {
        ended = true;
        try {
            rest();
            in.release();
            out.release();
        } finally {
            try {
                below.close();
            } finally {
                leaveEngine();
            }
        }
    }

    /** Later, as it may be the engine itself, in the middle of something, that has called us. */
    private void leaveEngine() {
        try {
            loop.execute(this::endEngine);
        } catch (RejectedExecutionException e) {
            // With the loop, everything on it has ended.
        }
    }

    /** Not while something computes with it; that comes back here. */
    private void endEngine() {
        place.ifPresent(Guard::close);
        boolean computing = away && (place.isEmpty() || place.get().begun());
        if (engine != null && !computing) {
            Sessions.end(engine);
        }
    }

    /** Nothing is waited for any more. */
    private void rest() {
        place.ifPresent(Guard::close);
        patience.end();
    }
}
