package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.LastHead;
import dev.jackfield.http.internal.message.Limits;
import dev.jackfield.http.internal.message.ResponseParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The receiving side of a connection: reads as long as somebody wants what comes, has it parsed, and hands the pieces on.
 * <i>Loop-confined</i> to the wire's loop.
 */
final class Receiving implements Runnable, ResponseParser.Receiver {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** Reads in one go, so that a fast server does not keep the others waiting. */
    private static final int MOST_READS = 16;

    private final Connection connection;
    private final ResponseParser parser;
    /** Null between two exchanges. Stays when one is ended from within a piece that is handed on, until that returns. */
    private Call call;
    /** Where the pieces go; null before the head. */
    private Incoming incoming;
    /** Read already, and not wanted for now. */
    private ByteBuffer kept = NOTHING;

    private boolean listening;
    private long restingSince;

    Receiving(Connection connection, LastHead last) {
        this.connection = connection;
        this.parser = new ResponseParser(last);
    }

    /** How far the response has come. */
    ResponseParser parser() {
        return parser;
    }

    /** Gets ready for a response. */
    void begin(Call next, Limits limits) {
        call = next;
        incoming = null;
        parser.begin(limits, next.prepared().method().equals("HEAD"), next.mayUpgrade());
    }

    /** Waits for what comes. */
    void listen() {
        if (!listening) {
            listening = true;
            connection.wire().whenReadable(this);
        }
    }

    /** The receiver wants more. */
    void resume() {
        if (!listening) {
            run();
        }
    }

    /** The body is complete. */
    void end() throws HttpFailure {
        incoming.end();
    }

    /** Nothing more comes for this exchange, be it complete or not. */
    void close() {
        if (incoming != null) {
            incoming.close();
        }
    }

    /** The exchange is over: an idle connection need not hold on to it. */
    void forget(long now) {
        call = null;
        incoming = null;
        restingSince = now;
    }

    /**
     * Whether the server ended the connection, or said something nobody asked for, since the last exchange. A connection
     * that was used just now is taken as it is: what the selector has not seen yet may be seen by a read, but that costs a
     * system call.
     *
     * @param unchecked how long ago just now is
     */
    boolean stale(Duration unchecked) {
        if (System.nanoTime() - restingSince < unchecked.toNanos()) {
            return false;
        }
        try {
            return connection.wire().read(connection.lane().out()[0]) != 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Nothing more is read. */
    void stop() {
        kept = NOTHING;
    }

    /** There is something to be read. */
    @Override
    public void run() {
        listening = false;
        if (connection.closed()) {
            return;
        }
        try {
            readAll();
        } catch (RuntimeException | Error e) {
            connection.crashed(e);
        }
    }

    @Override
    public void interim(ResponseHead seen) throws HttpFailure {
        try {
            call.prepared().manner().interim().ifPresent(listener -> listener.accept(seen));
        } catch (RuntimeException | Error e) {
            throw new HttpFailure(Phase.SINK, "The listener for interim responses failed: " + e, e);
        }
    }

    @Override
    public void head(ResponseHead seen, Framing framing) throws HttpFailure {
        incoming = call.receive(seen, framing);
        incoming.head(call, seen, framing);
    }

    @Override
    public void part(ByteBuffer in, int count) throws HttpFailure {
        if (call.done() || !connection.serves(call)) {
            // Ended from within the sink: it gets no more.
            in.position(in.position() + count);
        } else {
            incoming.part(in, count);
        }
    }

    @Override
    public boolean paused() {
        return incoming != null && incoming.paused();
    }

    @Override
    public boolean endsWithHead() {
        return incoming != null && incoming.takesWire();
    }

    /** Whether it is paused by one who has to get on with writing. */
    boolean congested() {
        return incoming != null && incoming.congested();
    }

    /** Whether anything was written since this was asked last. */
    boolean gotOn() {
        return incoming != null && incoming.gotOn();
    }

    private void readAll() {
        if (kept.hasRemaining() && !receivedKept()) {
            return;
        }
        Lane lane = connection.lane();
        ByteBuffer in = lane.in();
        for (int reads = 0; reads < MOST_READS; reads++) {
            if (pauses()) {
                return;
            }
            int count;
            in.clear();
            try {
                count = connection.wire().read(in);
            } catch (IOException e) {
                connection.broken(e);
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
        lane.execute(this);
    }

    private boolean pauses() {
        boolean pauses = connection.call() != null && paused();
        if (pauses) {
            connection.inactivity().pausing(connection.call());
        }
        return pauses;
    }

    /** Returns false if there is nothing more to be read for now. */
    private boolean receivedKept() {
        if (pauses()) {
            return false;
        }
        boolean more = received(kept.remaining(), kept);
        if (!kept.hasRemaining()) {
            kept = NOTHING;
        }
        return more;
    }

    /** Returns false if there is nothing more to be read for now. */
    private boolean received(int count, ByteBuffer in) {
        Call receiver = connection.call();
        if (receiver == null) {
            // An idle connection has nothing to say: it ended, or what it says would be taken for the next answer.
            connection.idleGone();
            return false;
        }
        connection.inactivity().touch();
        try {
            if (count < 0) {
                parser.end();
            } else if (!parser.feed(in, this)) {
                if (connection.serves(receiver)) {
                    connection.answered(receiver);
                }
                return connection.serves(receiver) && !stopped(in);
            }
        } catch (HttpFailure e) {
            connection.faulty(e);
            return false;
        }
        if (connection.serves(receiver)) {
            connection.complete(count > 0, in);
        }
        return false;
    }

    /** Whether the receiver wants nothing more for now. Then what was read already is kept for later. */
    private boolean stopped(ByteBuffer in) {
        if (in.hasRemaining() && in != kept) {
            kept = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
        return kept.hasRemaining();
    }
}
