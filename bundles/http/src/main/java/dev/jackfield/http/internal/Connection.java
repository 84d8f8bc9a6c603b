package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import dev.jackfield.http.internal.forward.Addressing;
import dev.jackfield.http.internal.message.LastHead;
import dev.jackfield.http.internal.message.ResponseParser;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * A wire that speaks HTTP/1.1: one exchange at a time.
 *
 * <p>Confined to the wire's loop; what it has to tell the pool it tells on the pool's loop.
 */
final class Connection implements Stage {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private final OriginPool pool;
    private final Lane home;
    private final Lane lane;
    private final Wire wire;
    private final Addressing addressing;
    private final Sending sending;
    private final Receiving receiving;
    private final Tenure tenure;
    private final Inactivity inactivity;

    private Call call;
    private boolean reused;
    /** Ended by us: no reason to try again. */
    private boolean endedByUs;

    private boolean closed;

    Connection(OriginPool pool, Lane home, Wire wire, Tenure tenure) {
        this.pool = pool;
        this.home = home;
        this.addressing = pool.origin().secure() ? Addressing.ORIGIN : Addressing.of(wire);
        // Of what is the wire's own this comes last, for it may throw, and nobody would leave the lane then.
        this.lane = pool.client().enter(wire.loop());
        this.wire = wire;
        this.tenure = tenure;
        this.sending = new Sending(this);
        this.receiving = new Receiving(this, lane == home ? lane.lastHead(pool.origin()) : new LastHead());
        this.inactivity = new Inactivity(this, receiving, lane.loop);
    }

    /** What the pool knows of it. Used on the pool's loop only. */
    Tenure tenure() {
        return tenure;
    }

    /** How requests are written onto it. */
    Addressing addressing() {
        return addressing;
    }

    /** Starts an exchange. Called on the pool's loop. */
    void start(Call next) {
        if (lane.loop.inLoop()) {
            begin(next);
        } else {
            lane.execute(() -> begin(next));
        }
    }

    /** Ends an exchange nobody waits for any more, and the connection with it. Called on the pool's loop. */
    @Override
    public void callOff(Call which) {
        lane.run(() -> {
            if (call == which) {
                call = null;
                receiving.close();
                shut();
                home.run(() -> pool.closed(this));
            }
        });
    }

    /** Ends an exchange that took too long, and the connection with it. Called on the pool's loop. */
    @Override
    public void expire(Call which, String message) {
        lane.run(() -> {
            if (call == which) {
                timedOut(message);
            }
        });
    }

    /** Ends whatever exchange there is, because it took too long, and the connection with it. Called on the pool's loop. */
    void drained(String message) {
        lane.run(() -> {
            if (call != null) {
                timedOut(message);
            }
        });
    }

    /** Ends whatever exchange there is, and the connection with it. Called on the pool's loop. */
    void end(HttpFailure failure) {
        lane.run(() -> {
            if (call != null) {
                endedByUs = true;
                lose(failure);
            } else {
                shut();
            }
        });
    }

    /** Ends an exchange for a reason of its receiver's. Called anywhere. */
    void giveUp(Call which, HttpFailure failure) {
        lane.run(() -> {
            if (call == which) {
                endedByUs = true;
                lose(failure);
            }
        });
    }

    /** The receiver has paused, or wants more now. Called anywhere. */
    void turned(Call which) {
        lane.execute(() -> {
            if (call != which) {
                return;
            }
            if (receiving.paused()) {
                inactivity.pausing(which);
            } else {
                inactivity.start(which);
                receiving.resume();
            }
        });
    }

    /** The call that is under way here; null if there is none. Called on the wire's loop. */
    Call call() {
        return call;
    }

    /** Whether a call is under way here. Called on the wire's loop. */
    boolean serves(Call which) {
        return call == which;
    }

    Lane lane() {
        return lane;
    }

    Wire wire() {
        return wire;
    }

    Inactivity inactivity() {
        return inactivity;
    }

    /** Whether it is closed, or somebody else's. Called on the wire's loop. */
    boolean closed() {
        return closed;
    }

    /** Closes; the pool has already let go of it. */
    void close() {
        lane.run(this::shut);
    }

    private void begin(Call next) {
        reused = tenure.requestsBefore() > 0;
        call = next;
        next.track().over(tenure.wiring(), tenure.requestsBefore());
        next.runsOn(this);
        receiving.begin(next, pool.client().limits());
        try {
            if (closed
                    || (reused
                            && receiving.stale(pool.client().habit().pooling().unchecked()))) {
                lose(new HttpFailure(Phase.SEND, "The connection was closed before the request was sent"));
                return;
            }
            next.track().sending(lane.loop.nanoTime());
            inactivity.start(next);
            sending.begin(next);
            if (!closed) {
                receiving.listen();
            }
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    /** The wire may take more. Called on the wire's loop. */
    void writable() {
        if (call != null) {
            inactivity.touch();
            try {
                sending.write(call);
            } catch (RuntimeException | Error e) {
                crashed(e);
            }
        }
    }

    /** The server has said something, maybe before it had the whole request. */
    void answered(Call receiver) {
        sending.answered(receiver, receiving.parser());
    }

    /** What came is no response. If nothing has come, it matters more why the request did not get out. */
    void faulty(HttpFailure failure) {
        lose(
                receiving.parser().untouched()
                        ? sending.trouble().<HttpFailure>map(this::failure).orElse(failure)
                        : failure);
    }

    /**
     * The response is complete.
     *
     * @param alive whether the wire has not ended with it
     * @param in what has come behind it
     */
    void complete(boolean alive, ByteBuffer in) {
        if (receiving.endsWithHead()) {
            handOver(in);
            return;
        }
        Call receiver = call;
        try {
            receiving.end();
        } catch (HttpFailure e) {
            lose(e);
            return;
        }
        if (call == receiver) {
            finish(alive && !in.hasRemaining());
        }
    }

    private void handOver(ByteBuffer in) {
        Call finished = call;
        call = null;
        finished.track().ended(lane.loop.nanoTime());
        ByteBuffer early = ByteBuffer.allocate(in.remaining()).put(in).flip();
        Wire handed = new HandedWire(wire, early, sending.complete());
        Response response = finished.response(receiving.parser().trailers());
        release(false);
        home.run(() -> pool.handedOver(this, finished, response, handed));
    }

    private void finish(boolean clean) {
        ResponseParser parser = receiving.parser();
        boolean kept = clean && parser.keepAlive() && sending.complete();
        Call finished = call;
        call = null;
        inactivity.rest();
        sending.end();
        long now = lane.loop.nanoTime();
        finished.track().ended(now);
        Response response = finished.response(parser.trailers());
        receiving.close();
        receiving.forget(now);
        boolean reusable = kept && listens();
        if (!reusable) {
            shut();
        }
        long hint = parser.keepAliveSeconds();
        if (home.loop.inLoop()) {
            pool.finished(this, reusable, hint, finished, response);
        } else {
            home.execute(() -> pool.finished(this, reusable, hint, finished, response));
        }
    }

    /** What is complete stays so, even if the wire cannot tell whether there is more: then it is not used again. */
    private boolean listens() {
        try {
            receiving.listen();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A wire to " + pool.origin() + " does not listen any more", e);
            return false;
        }
    }

    /** The wire cannot be read. */
    void broken(IOException error) {
        if (call == null) {
            idleGone();
        } else {
            lose(failure(sending.trouble().orElse(error)));
        }
    }

    /** Nobody has it in use, and nobody shall. */
    void idleGone() {
        shut();
        home.run(() -> pool.idleGone(this));
    }

    /** It took too long. Called on the wire's loop. */
    void timedOut(String message) {
        endedByUs = true;
        lose(Late.failure(phase(), message));
    }

    /** The wire, or we, threw what nobody throws. */
    void crashed(Throwable error) {
        if (call == null) {
            idleGone();
        } else {
            lose(new HttpFailure(phase(), "The connection failed: " + error, error));
        }
    }

    private void lose(HttpFailure failure) {
        Call lost = call;
        call = null;
        boolean worthRetrying = reused && !endedByUs && receiving.parser().untouched();
        boolean unsent = sending.untouched();
        shut();
        if (lost == null) {
            // Cancelled from within its own sink.
            return;
        }
        receiving.close();
        HttpFailure told = lost.head().map(failure::after).orElse(failure);
        home.run(() -> pool.lost(this, lost, told, worthRetrying, unsent));
    }

    private void shut() {
        release(true);
    }

    /** Lets go of everything, of the wire too unless it is somebody else's now. */
    private void release(boolean closing) {
        if (closed) {
            return;
        }
        closed = true;
        receiving.stop();
        inactivity.close();
        sending.end();
        pool.client().leave(lane);
        try {
            if (closing) {
                wire.close();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Closing a wire to " + pool.origin() + " failed", e);
        }
    }

    private HttpFailure failure(IOException error) {
        String message = error instanceof ClosedChannelException
                ? "The wire was closed by somebody else beneath the exchange"
                : error.getMessage() == null ? error.toString() : error.getMessage();
        return new HttpFailure(phase(), message, error);
    }

    private Phase phase() {
        ResponseParser parser = receiving.parser();
        return !sending.complete() && parser.untouched() ? Phase.SEND : parser.phase();
    }
}
