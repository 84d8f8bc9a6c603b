package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Attempt;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * One address under way, with a socket of its own. Ends by telling the runner, once, how it ended; or by being closed.
 *
 * <p>The queue of a UNIX domain socket may be full. TCP would wait for room by itself; here the system just says no
 * (EAGAIN) and the JDK closes the socket, so another one is tried a little later, until the time is up.
 *
 * <p><i>Loop-confined.</i>
 */
final class Leg {
    /** The time limit, unless the caller has one, wherever the system itself would never give up. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Pauses before a full queue is tried again begin with this and double. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private static final boolean NEVER_SIGNALLED = neverSignalled(System.getProperty("os.name", ""));
    private static final Guard NONE = () -> {};

    /** Who hears of the end. */
    interface Runner {
        /** It is connected, and the caller takes it. */
        void won(Leg leg);

        /** It came to nothing; all is closed. */
        void lost(Leg leg, Throwable why);
    }

    private final Runner runner;
    private final Attempt attempt;
    private final ChannelLoop loop;
    private final Note note;
    private SocketAddress to;
    private SocketWire wire;
    private boolean ended;
    private boolean full;
    private Duration pause = FIRST_PAUSE;
    private Guard limit = NONE;
    private Guard again = NONE;

    Leg(Runner runner, Attempt attempt, ChannelLoop loop, Note note) {
        this.runner = runner;
        this.attempt = attempt;
        this.loop = loop;
        this.note = note;
    }

    /** Windows does not tell everybody that a connect has failed; the seed gives it 30 seconds. */
    static boolean neverSignalled(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    Note note() {
        return note;
    }

    SocketWire wire() {
        return wire;
    }

    /** The address in the JDK's form; null if it has none. */
    SocketAddress to() {
        return to;
    }

    /** Begins. The runner may hear of the end before this returns. */
    void begin() {
        try {
            to = Places.of(note.target());
        } catch (IOException | RuntimeException | Error e) {
            lost(e);
            return;
        }
        open();
    }

    /** Lets go of everything, and tells nobody. */
    void close() {
        ended = true;
        limit.close();
        again.close();
        if (wire != null) {
            wire.close();
        }
    }

    private void open() {
        Duration time = Duration.ZERO;
        try {
            wire = SocketWire.open(loop, to);
            time = Objects.requireNonNull(attempt.prepare(wire.channel()), "Expected a time limit, got null");
            if (ended) {
                return;
            }
            if (time.isNegative()) {
                throw new IOException("Expected a time limit of zero or more, got " + time);
            }
            if (!wire.connect(this::connectable)) {
                limit(time, NEVER_SIGNALLED);
                return;
            }
        } catch (IOException | RuntimeException | Error e) {
            if (!ended && isFull(e)) {
                waitForRoom(time);
            } else {
                lost(e);
            }
            return;
        }
        arrived();
    }

    private boolean isFull(Throwable e) {
        // There is no code in the exception. Where the system speaks another language, this is a failure like others.
        return to instanceof UnixDomainSocketAddress
                && e.getClass() == SocketException.class
                && "Resource temporarily unavailable".equals(e.getMessage());
    }

    private void waitForRoom(Duration time) {
        full = true;
        wire.close();
        limit(time, true);
        again = loop.after(pause, this::open);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** What the first socket was given holds for the address. */
    private void limit(Duration asked, boolean byDefault) {
        Duration time = asked.isZero() && byDefault ? PATIENCE : asked;
        if (limit == NONE && !time.isZero()) {
            limit = loop.after(
                    time,
                    () -> lost(new SocketTimeoutException(
                            (full ? "no room in its queue within " : "no answer within ") + time.toMillis() + " ms")));
        }
    }

    private void connectable() {
        try {
            if (!wire.finishConnect()) {
                return;
            }
        } catch (IOException | RuntimeException | Error e) {
            lost(e);
            return;
        }
        arrived();
    }

    private void arrived() {
        limit.close();
        try {
            wire.connected();
            if (!attempt.accepts(wire)) {
                throw new IOException("refused by the caller");
            }
        } catch (IOException | RuntimeException | Error e) {
            lost(e);
            return;
        }
        if (!ended) {
            ended = true;
            runner.won(this);
        }
    }

    private void lost(Throwable why) {
        if (!ended) {
            close();
            runner.lost(this, why);
        }
    }
}
