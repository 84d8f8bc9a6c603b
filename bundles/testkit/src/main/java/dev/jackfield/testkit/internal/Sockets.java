package dev.jackfield.testkit.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Dial;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sockets that a connector showed to {@code prepare}, and what was wrong with them at that moment. */
public final class Sockets {
    private final List<NetworkChannel> seen = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Duration limit;
    private final IOException refusal;
    private long firstSeen;
    private long lastSeen;

    /** Without a time limit. */
    public Sockets() {
        this(Duration.ZERO, null);
    }

    /** With a time limit for each. */
    public Sockets(Duration limit) {
        this(limit, null);
    }

    /** Refusing each. */
    public Sockets(IOException refusal) {
        this(Duration.ZERO, refusal);
    }

    private Sockets(Duration limit, IOException refusal) {
        this.limit = limit;
        this.refusal = refusal;
    }

    /** A dial that shows its sockets here. */
    public Dial seenBy(Dial dial) {
        return dial.preparing(this::prepare);
    }

    /** How many there were. */
    public int count() {
        return seen.size();
    }

    /** Whether this one was shown. */
    public boolean saw(NetworkChannel socket) {
        return seen.contains(socket);
    }

    /** When the first was shown, by {@link System#nanoTime()}. */
    public long firstSeen() {
        return firstSeen;
    }

    /** When the last was shown, by {@link System#nanoTime()}. */
    public long lastSeen() {
        return lastSeen;
    }

    /** Fails if one is still open. */
    public void assertAllClosed() {
        for (NetworkChannel socket : seen) {
            assertFalse(socket.isOpen(), "Still open: " + socket);
        }
    }

    /** Fails if one was not as it should have been. */
    public void assertUnconnectedWhenSeen() {
        assertTrue(wrong.isEmpty(), () -> "Expected open, non-blocking, unconnected sockets: " + wrong);
    }

    /** Looks at one, as {@link dev.jackfield.connector.Attempt#prepare} does. */
    public Duration prepare(NetworkChannel socket) throws IOException {
        lastSeen = System.nanoTime();
        if (seen.isEmpty()) {
            firstSeen = lastSeen;
        }
        seen.add(socket);
        if (!socket.isOpen()) {
            wrong.add("closed: " + socket);
        }
        if (socket instanceof SelectableChannel channel && channel.isBlocking()) {
            wrong.add("in blocking mode: " + socket);
        }
        if (socket instanceof SocketChannel channel && (channel.isConnected() || channel.isConnectionPending())) {
            wrong.add("connected: " + socket);
        }
        if (refusal != null) {
            throw refusal;
        }
        return limit;
    }
}
