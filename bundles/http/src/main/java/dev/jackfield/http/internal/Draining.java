package dev.jackfield.http.internal;

import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Guard;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What is still under way over, or by, what is not plugged in any more, and for how long that may go on. Nobody has to be
 * told what comes back into use: that is seen when the panel is looked at again.
 *
 * <p><i>Loop-confined</i> to its lane.
 */
final class Draining {
    private static final Guard FOREVER = () -> {};

    /** How many connections drain, for anybody to read. */
    final Lane.Reading count = new Lane.Reading();

    private final PatchedClient client;
    private final Lane lane;
    private final Map<Connection, Guard> connections = new HashMap<>();
    private final Map<Connect, Guard> connects = new HashMap<>();

    Draining(PatchedClient client, Lane lane) {
        this.client = client;
        this.lane = lane;
    }

    /** Whether this one serves its exchange and is closed then. */
    boolean has(Connection connection) {
        return connections.containsKey(connection);
    }

    /** Panel or options are others now. */
    void review(Collection<Connection> busy, Collection<Connect> underWay) {
        busy.forEach(this::review);
        underWay.forEach(this::review);
    }

    /** Something may have changed since it was begun. */
    void review(Connection connection) {
        if (connection.tenure().isCurrent(client.board())) {
            gone(connection);
        } else if (!has(connection)) {
            connections.put(
                    connection, limit(connection, client.habit().pooling().drain()));
            count.add(1);
        }
    }

    /** It is closed, somebody else's, or in use again. */
    void gone(Connection connection) {
        Guard limit = connections.remove(connection);
        if (limit != null) {
            limit.close();
            count.add(-1);
        }
    }

    /** It is connected, has failed, or was called off. */
    void gone(Connect connect) {
        Guard limit = connects.remove(connect);
        if (limit != null) {
            limit.close();
        }
    }

    private void review(Connect connect) {
        if (client.board().isCurrent(connect.patch())) {
            gone(connect);
        } else if (!connects.containsKey(connect)) {
            connects.put(connect, lane.loop.after(client.habit().plugWait(), () -> {
                connects.remove(connect);
                connect.outlived();
            }));
        }
    }

    private Guard limit(Connection connection, Duration drain) {
        if (drain.isZero()) {
            return FOREVER;
        }
        String message = "Expected an end within the drain of " + Spans.show(drain)
                + " after what made the connection went out of use ("
                + connection.tenure().patch() + "), got none";
        return lane.loop.after(drain, () -> connection.drained(message));
    }
}
