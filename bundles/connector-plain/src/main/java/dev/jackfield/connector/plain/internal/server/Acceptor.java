package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.BoundListener;
import dev.jackfield.connector.plain.ServerOptions;
import dev.jackfield.connector.plain.internal.SocketWire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Accepts on one loop, and makes wires on the loops in turn.
 *
 * <p>While the system has no resources for a connection the listener stays ready, so accepting pauses: otherwise the loop
 * would do nothing else.
 *
 * <p><i>Loop-confined</i>, except for {@link #start}, {@link #close} and {@link #closed}.
 */
public final class Acceptor implements Guard {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    private final BoundListener listener;
    private final ChannelLoop home;
    private final List<ChannelLoop> loops;
    private final Consumer<Wire> accepted;
    private final ServerOptions options;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Watch watch;
    private Guard pause = () -> {};
    private int next;
    private boolean shortage;

    /** Owns the listener. */
    public Acceptor(
            BoundListener listener,
            ChannelLoop home,
            List<ChannelLoop> loops,
            Consumer<Wire> accepted,
            ServerOptions options) {
        this.listener = listener;
        this.home = home;
        this.loops = loops;
        this.accepted = accepted;
        this.options = options;
    }

    /** Begins, on the loop; what comes before waits in the system's queue. */
    public void start() throws IOException {
        try {
            if (home.inLoop()) {
                watch();
            } else {
                home.execute(this::begin);
            }
        } catch (IOException | RejectedExecutionException e) {
            close();
            throw new IOException("Cannot accept on " + listener.local() + ": the loop has ended", e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Whether it accepts no more, for whatever reason. */
    public boolean closed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listener.close();
        if (home.inLoop()) {
            letGo();
            return;
        }
        try {
            home.execute(this::letGo);
        } catch (RejectedExecutionException ended) {
            // And has let go of everything.
        }
    }

    private void begin() {
        try {
            watch();
        } catch (ClosedChannelException e) {
            // By the guard, or because the loop ends.
            close();
        } catch (IOException | RuntimeException | Error e) {
            log(Level.ERROR, "Cannot accept on " + listener.local(), e);
            close();
        }
    }

    private void watch() throws IOException {
        watch = home.watch(listener.channel(), SelectionKey.OP_ACCEPT, operations -> ready());
    }

    private void letGo() {
        pause.close();
        if (watch != null) {
            watch.close();
        }
    }

    private void ready() {
        for (int n = 0; n < options.acceptsPerTurn() && !closed(); n++) {
            SocketChannel channel;
            try {
                channel = listener.channel().accept();
            } catch (ClosedChannelException e) {
                // By the end of the loop, or by whoever prepared it.
                close();
                return;
            } catch (IOException | RuntimeException | Error e) {
                pause(e);
                return;
            }
            if (channel == null) {
                shortage = false;
                return;
            }
            handOver(channel);
        }
    }

    /** Told once, until everybody who waited has been accepted. */
    private void pause(Throwable e) {
        watch.interest(0);
        pause = home.after(options.pause(), () -> watch.interest(SelectionKey.OP_ACCEPT));
        if (!shortage) {
            shortage = log(
                    Level.WARNING,
                    "Cannot accept a connection at " + listener.local() + "; trying every "
                            + options.pause().toMillis() + " ms from now on",
                    e);
        }
    }

    private void handOver(SocketChannel channel) {
        ChannelLoop loop = loops.get(next);
        next = (next + 1) % loops.size();
        if (loop == home) {
            welcome(loop, channel);
            return;
        }
        try {
            loop.execute(() -> welcome(loop, channel));
        } catch (RejectedExecutionException ended) {
            drop(channel);
        }
    }

    private void welcome(ChannelLoop loop, SocketChannel channel) {
        if (closed()) {
            drop(channel);
            return;
        }
        Wire wire;
        try {
            wire = SocketWire.accepted(loop, channel);
        } catch (IOException | RuntimeException | Error e) {
            log(Level.DEBUG, "A connection to " + listener.local() + " ended at once", e);
            return;
        }
        try {
            accepted.accept(wire);
        } catch (Throwable e) {
            wire.close();
            log(Level.ERROR, "Serving " + wire + " at " + listener.local() + " failed; it is closed", e);
        }
    }

    private static void drop(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log(Level.DEBUG, "Closing an accepted socket failed", e);
        }
    }

    /** Without descriptors even logging may fail. Tells whether it did not. */
    private static boolean log(Level level, String message, Throwable e) {
        try {
            LOG.log(level, message, e);
            return true;
        } catch (RuntimeException | Error lost) {
            return false;
        }
    }
}
