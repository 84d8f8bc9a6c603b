package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.WireReading.State;
import dev.jackfield.http.internal.message.Manner.Affinity;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections that an origin has, idle and busy ones and those in the making, and whether it may have another one.
 * <i>Loop-confined</i> to its lane.
 */
final class Stock {
    private final PatchedClient client;
    private final Lane lane;
    private final Set<Connection> connections = new HashSet<>(2);
    private final IdleConnections idle;
    /** Made when there is one, for most of the time there is none. */
    private Set<Connect> connects = Collections.emptySet();

    /** @param empty runs when the last one was given up, having been idle for long enough */
    Stock(PatchedClient client, Lane lane, Runnable empty) {
        this.client = client;
        this.lane = lane;
        this.idle = new IdleConnections(client, lane, connection -> {
            dropIdle(connection);
            empty.run();
        });
    }

    boolean isEmpty() {
        return connects.isEmpty() && connections.isEmpty();
    }

    /** Whether a call can have a connection: an idle one, or, an idle one making room if need be, a new one. */
    boolean hasRoom() {
        return !idle.isEmpty() || !isFull();
    }

    /** The one used last of the idle ones that will do; null if there is none. */
    Connection take(Patch patch, Affinity affinity) {
        Connection taken = idle.take(patch, affinity);
        if (taken != null) {
            lane.connections.woken();
        }
        return taken;
    }

    /** One is in the making now. An idle one makes room if need be; there must be room. */
    void making(Connect connect) {
        if (isFull()) {
            discard(idle.last());
        }
        if (connects.isEmpty()) {
            connects = new HashSet<>(2);
        }
        connects.add(connect);
        lane.connections.begun();
    }

    /** It came about, and is busy. */
    void made(Connect connect, Connection connection) {
        forget(connect);
        connections.add(connection);
        lane.draining.review(connection);
    }

    /** It did not come about. */
    void notMade(Connect connect) {
        forget(connect);
        lane.connections.busyGone();
    }

    /** One is not busy any more: it is kept if it may be, and closed otherwise. */
    void free(Connection connection, boolean reusable, long keepAliveSeconds) {
        if (reusable && idle.offer(connection, keepAliveSeconds)) {
            lane.connections.rested();
        } else {
            connection.close();
            gone(connection);
        }
    }

    /** A busy one is closed, or somebody else's. */
    void gone(Connection connection) {
        forget(connection);
        lane.connections.busyGone();
    }

    /** One that was idle is closed. Returns false if it was taken in the meantime. */
    boolean idleGone(Connection connection) {
        boolean was = idle.remove(connection);
        if (was) {
            forget(connection);
            lane.connections.idleGone();
        }
        return was;
    }

    /** What is not made that way any more is not kept, and what is busy or in the making that way has only so much time. */
    void review() {
        idle.outdated().forEach(this::discard);
        Set<Connection> busy = new HashSet<>(connections);
        idle.all().forEach(busy::remove);
        lane.draining.review(busy, connects);
    }

    /** What they do. */
    void read(OriginPool pool, WireReadings readings) {
        connects.forEach(connect -> readings.connecting(pool.origin(), connect.wiring()));
        Set<Connection> resting = new HashSet<>(idle.all());
        for (Connection connection : connections) {
            State state = lane.draining.has(connection)
                    ? State.DRAINING
                    : resting.contains(connection) ? State.IDLE : State.BUSY;
            readings.add(pool.origin(), connection.tenure(), state);
        }
    }

    /** Ends all of them, and what is done over them. */
    void end(HttpFailure failure) {
        List.copyOf(connects).forEach(connect -> connect.end(failure));
        idle.all().forEach(this::discard);
        List.copyOf(connections).forEach(connection -> connection.end(failure));
    }

    /** There is none any more, and no timer. */
    void close() {
        idle.close();
    }

    private boolean isFull() {
        return connects.size() + connections.size() >= client.habit().pooling().maxPerHost();
    }

    private void discard(Connection connection) {
        idle.remove(connection);
        dropIdle(connection);
    }

    private void dropIdle(Connection connection) {
        connection.close();
        forget(connection);
        lane.connections.idleGone();
    }

    private void forget(Connection connection) {
        lane.draining.gone(connection);
        connections.remove(connection);
    }

    private void forget(Connect connect) {
        connects.remove(connect);
        if (connects.isEmpty()) {
            connects = Collections.emptySet();
        }
        lane.draining.gone(connect);
    }
}
