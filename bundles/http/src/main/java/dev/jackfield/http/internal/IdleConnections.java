package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.http.internal.message.Manner.Affinity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The connections to an origin that nobody uses now, the one that was used last at the front. Those that rest or live for too
 * long are given up. <i>Loop-confined</i> to its lane.
 */
final class IdleConnections {
    /** Nanoseconds between two sweeps, which look at all of them: thousands that end one by one end in few. */
    private static final long APART = 10_000_000;

    private final PatchedClient client;
    private final Lane lane;
    private final Consumer<Connection> givenUp;
    private final Deque<Connection> latestFirst = new ArrayDeque<>(1);
    private final IdleSweep sweep;

    /** @param givenUp gets each connection that was kept for long enough */
    IdleConnections(PatchedClient client, Lane lane, Consumer<Connection> givenUp) {
        this.client = client;
        this.lane = lane;
        this.givenUp = givenUp;
        this.sweep = new IdleSweep(lane.loop, this::giveUpExpired);
    }

    boolean isEmpty() {
        return latestFirst.isEmpty();
    }

    /** Keeps a connection, if it may be kept. */
    boolean offer(Connection connection, long keepAliveSeconds) {
        if (client.closed()
                || keepAliveSeconds == 0
                || !connection.tenure().isCurrent(client.board())
                || !young(connection)) {
            return false;
        }
        long now = lane.loop.nanoTime();
        long until = now + client.idleNanos(keepAliveSeconds);
        Duration oldest = client.habit().pooling().maxAge();
        if (!oldest.isZero()) {
            until = Math.min(until, connection.tenure().madeAt() + oldest.toNanos());
        }
        connection.tenure().idle(now, until);
        latestFirst.addFirst(connection);
        sweep.at(until);
        return true;
    }

    /** The one used last of those that were made this way, for such as these; null if there is none. */
    Connection take(Patch patch, Affinity affinity) {
        for (Iterator<Connection> iterator = latestFirst.iterator(); iterator.hasNext(); ) {
            Connection connection = iterator.next();
            if (connection.tenure().patch().same(patch)
                    && connection.tenure().affinity().equals(affinity)
                    && young(connection)) {
                iterator.remove();
                connection.tenure().patch(patch);
                return connection;
            }
        }
        return null;
    }

    /** Returns false if it was taken in the meantime. */
    boolean remove(Connection connection) {
        return latestFirst.remove(connection);
    }

    /** Which one has rested for longest; there must be one. */
    Connection last() {
        return latestFirst.getLast();
    }

    List<Connection> all() {
        return List.copyOf(latestFirst);
    }

    /** Those that would not be made that way any more. */
    List<Connection> outdated() {
        return latestFirst.stream()
                .filter(connection -> !connection.tenure().isCurrent(client.board()))
                .toList();
    }

    /** Nothing is here any more, nor is a timer. */
    void close() {
        sweep.close();
    }

    /** Whether it may begin another exchange. */
    private boolean young(Connection connection) {
        Duration oldest = client.habit().pooling().maxAge();
        return oldest.isZero() || lane.loop.nanoTime() - connection.tenure().madeAt() < oldest.toNanos();
    }

    private void giveUpExpired(long now) {
        List<Connection> expired = new ArrayList<>();
        long first = Long.MAX_VALUE;
        for (Connection connection : latestFirst) {
            long left = connection.tenure().idleUntil() - now;
            if (left <= 0) {
                expired.add(connection);
            } else {
                first = Math.min(first, left);
            }
        }
        latestFirst.removeIf(connection -> connection.tenure().idleUntil() - now <= 0);
        if (!isEmpty()) {
            sweep.at(now + Math.max(first, APART));
        }
        expired.forEach(givenUp);
    }
}
