package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import dev.jackfield.http.internal.forward.Addressing;
import dev.jackfield.http.internal.message.LastHead;
import dev.jackfield.http.internal.message.ResponseParser;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Timer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * A wire that speaks HTTP/1.1: one exchange at a time.
 *
 * <p>Confined to the wire's loop; what it has to tell the pool it tells on the pool's loop.
 */
final class Connection {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** Reads in one go, so that a fast server does not keep the others waiting. */
    private static final int MOST_READS = 16;

    private final OriginPool pool;
    private final Lane home;
    private final Lane lane;
    private final Wire wire;
    private final Addressing addressing;
    private final Sending sending;
    private final Tenure tenure;
    private final ResponseParser parser;
    private final Timer inactivity;
    private final Runnable whenReadable = this::readable;
    private final Call.Stage.Running running = new Call.Stage.Running(this);

    private Call call;
    /** Read already, and not wanted for now. */
    private ByteBuffer kept = NOTHING;

    private boolean listening;
    private boolean reused;
    /** Ended by us: no reason to try again. */
    private boolean endedByUs;

    private boolean closed;
    private long finishedAt;

    Connection(OriginPool pool, Lane home, Wire wire, Tenure tenure) {
        this.pool = pool;
        this.home = home;
        this.lane = pool.client().enter(wire.loop());
        this.wire = wire;
        this.parser = new ResponseParser(lane == home ? lane.lastHead(pool.origin()) : new LastHead());
        this.tenure = tenure;
        this.sending = new Sending(this, lane, wire);
        this.addressing = pool.origin().secure() ? Addressing.ORIGIN : Addressing.of(wire);
        this.inactivity = new Timer(wire.loop(), this::inactive);
    }

    /** What the pool knows of it. Used on the pool's loop only. */
    Tenure tenure() {
        return tenure;
    }

    /** How requests are written onto it. */
    Addressing addressing() {
        return addressing;
    }

    /** What a call's stage is while it runs here. */
    Call.Stage.Running running() {
        return running;
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
    void abort(Call which) {
        lane.run(() -> {
            if (call == which) {
                call = null;
                which.close();
                shut();
                home.run(() -> pool.closed(this));
            }
        });
    }

    /** Ends an exchange that took too long, and the connection with it. Called on the pool's loop. */
    void expire(Call which, String message) {
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
            if (which.paused()) {
                pausing();
                return;
            }
            inactivity.start(which.timeouts().inactivity());
            if (!listening) {
                readable();
            }
        });
    }

    /** Whether a call is under way here. Called on the wire's loop. */
    boolean serves(Call which) {
        return call == which;
    }

    Lane lane() {
        return lane;
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
        parser.begin(pool.client().limits(), next.prepared().method().equals("HEAD"), next.mayUpgrade());
        try {
            if (closed || (reused && stale())) {
                lose(new HttpFailure(Phase.SEND, "The connection was closed before the request was sent"));
                return;
            }
            next.track().sending(lane.loop.nanoTime());
            inactivity.start(next.timeouts().inactivity());
            sending.begin(next);
            if (!closed) {
                listen();
            }
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    /**
     * Whether the server ended the connection, or said something nobody asked for, since the last exchange. A connection
     * that was used just now is taken as it is, as long as the options say: what the selector has not seen yet may be
     * seen by a read, but that costs a system call.
     */
    private boolean stale() {
        if (System.nanoTime() - finishedAt
                < pool.client().habit().pooling().unchecked().toNanos()) {
            return false;
        }
        try {
            return wire.read(lane.out()[0]) != 0;
        } catch (IOException e) {
            return true;
        }
    }

    private void listen() {
        if (!listening) {
            listening = true;
            wire.whenReadable(whenReadable);
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

    /** The head of a request, once the length of its body is known. */
    byte[] head(Call asked, long length) {
        return asked.head(pool.client().habit().userAgent(), addressing.form(asked.prepared()), length);
    }

    private void readable() {
        listening = false;
        if (closed) {
            return;
        }
        try {
            readAll();
        } catch (RuntimeException | Error e) {
            crashed(e);
        }
    }

    private void readAll() {
        if (kept.hasRemaining() && !receivedKept()) {
            return;
        }
        ByteBuffer in = lane.in();
        for (int reads = 0; reads < MOST_READS; reads++) {
            if (call != null && call.paused()) {
                pausing();
                return;
            }
            int count;
            in.clear();
            try {
                count = wire.read(in);
            } catch (IOException e) {
                broken(e);
                return;
            }
            if (count == 0) {
                listen();
                return;
            }
            in.flip();
            if (!received(count, in)) {
                return;
            }
            if (in.limit() < in.capacity()) {
                // Less than there was room for: nothing more is there now, and asking would cost a system call.
                listen();
                return;
            }
        }
        listening = true;
        lane.execute(whenReadable);
    }

    /** Returns false if there is nothing more to be read for now. */
    private boolean received(int count, ByteBuffer in) {
        if (call == null) {
            // An idle connection has nothing to say: it ended, or what it says would be taken for the next answer.
            shut();
            home.run(() -> pool.idleGone(this));
            return false;
        }
        inactivity.touch();
        Call receiver = call;
        try {
            if (count < 0) {
                parser.end();
            } else if (!parser.feed(in, receiver)) {
                if (call == receiver) {
                    sending.answered(receiver, parser);
                }
                return call == receiver && !stopped(in);
            }
        } catch (HttpFailure e) {
            lose(
                    parser.untouched()
                            ? sending.trouble().<HttpFailure>map(this::failure).orElse(e)
                            : e);
            return false;
        }
        if (call == receiver) {
            complete(receiver, count, in);
        }
        return false;
    }

    private void complete(Call receiver, int count, ByteBuffer in) {
        if (receiver.endsWithHead()) {
            handOver(in);
            return;
        }
        try {
            receiver.end();
        } catch (HttpFailure e) {
            lose(e);
            return;
        }
        if (call == receiver) {
            finish(count > 0 && !in.hasRemaining());
        }
    }

    /** Whether the receiver wants nothing more for now. Then what was read already is kept for later. */
    private boolean stopped(ByteBuffer in) {
        if (in.hasRemaining() && in != kept) {
            kept = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
        return kept.hasRemaining();
    }

    /** Returns false if there is nothing more to be read for now. */
    private boolean receivedKept() {
        if (call.paused()) {
            pausing();
            return false;
        }
        boolean more = received(kept.remaining(), kept);
        if (!kept.hasRemaining()) {
            kept = NOTHING;
        }
        return more;
    }

    private void handOver(ByteBuffer in) {
        Call finished = call;
        call = null;
        finished.track().ended(lane.loop.nanoTime());
        ByteBuffer early = ByteBuffer.allocate(in.remaining()).put(in).flip();
        Wire handed = new HandedWire(wire, early, sending.complete());
        Response response = finished.response(parser.trailers());
        release(false);
        home.run(() -> pool.handedOver(this, finished, response, handed));
    }

    private void finish(boolean clean) {
        boolean reusable = clean && parser.keepAlive() && sending.complete();
        Call finished = call;
        call = null;
        inactivity.rest();
        sending.end();
        finishedAt = lane.loop.nanoTime();
        finished.track().ended(finishedAt);
        Response response = finished.response(parser.trailers());
        finished.close();
        if (reusable) {
            listen();
        } else {
            shut();
        }
        long hint = parser.keepAliveSeconds();
        if (home.loop.inLoop()) {
            pool.finished(this, reusable, hint, finished, response);
        } else {
            home.execute(() -> pool.finished(this, reusable, hint, finished, response));
        }
    }

    private void broken(IOException error) {
        if (call == null) {
            shut();
            home.run(() -> pool.idleGone(this));
        } else {
            lose(failure(sending.trouble().orElse(error)));
        }
    }

    /** Nothing is expected of the server meanwhile, but of a receiver that writes. */
    private void pausing() {
        if (call.congested()) {
            call.gotOn();
            inactivity.start(call.timeouts().inactivity());
        } else {
            inactivity.rest();
        }
    }

    private void inactive() {
        if (call == null) {
            return;
        }
        if (!call.paused()) {
            timedOut("Expected some activity within "
                    + Spans.show(call.timeouts().inactivity()) + ", got none");
        } else if (call.gotOn()) {
            inactivity.start(call.timeouts().inactivity());
        } else {
            endedByUs = true;
            lose(Call.timedOut(Phase.SINK, Journey.stuck(call.timeouts())));
        }
    }

    private void timedOut(String message) {
        endedByUs = true;
        lose(Call.timedOut(phase(), message));
    }

    /** The wire, or we, threw what nobody throws. */
    private void crashed(Throwable error) {
        if (call == null) {
            shut();
            home.run(() -> pool.idleGone(this));
        } else {
            lose(new HttpFailure(phase(), "The connection failed: " + error, error));
        }
    }

    private void lose(HttpFailure failure) {
        Call lost = call;
        call = null;
        boolean worthRetrying = reused && !endedByUs && parser.untouched();
        boolean unsent = sending.untouched();
        shut();
        if (lost == null) {
            // Cancelled from within its own sink.
            return;
        }
        lost.close();
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
        kept = NOTHING;
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
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return new HttpFailure(phase(), message, error);
    }

    private Phase phase() {
        return !sending.complete() && parser.untouched() ? Phase.SEND : parser.phase();
    }
}
