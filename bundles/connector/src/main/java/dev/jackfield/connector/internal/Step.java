package dev.jackfield.connector.internal;

import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An attempt as one layer of a chain sees it: it can be called off alone, and has a limit in time. */
final class Step extends ForwardingAttempt {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final Wire below;
    private final Consumer<IOException> late;
    private final List<Runnable> undos = new ArrayList<>(2);
    private Guard alarm = () -> {};
    private boolean ended;
    private boolean cancelled;

    /** Tells {@code late} if the layer takes too long. */
    Step(Attempt whole, Wire below, Consumer<IOException> late) {
        super(whole);
        this.below = below;
        this.late = late;
    }

    void begin() {
        Duration limit = whole.limit();
        if (!limit.isZero()) {
            alarm = whole.loop().after(limit, () -> expired(limit));
        }
        cancelled = whole.cancelled();
    }

    /** The layer is done. False if it was called off before. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        alarm.close();
        undos.clear();
        return first;
    }

    /** The layer is not wanted any more. */
    void cancel() {
        if (ended) {
            return;
        }
        cancelled = true;
        List<Runnable> now = List.copyOf(undos);
        end();
        now.forEach(Step::undo);
        // A layer that keeps to the rules has closed it by now.
        undo(below::close);
    }

    private void expired(Duration limit) {
        if (!ended) {
            cancel();
            late.accept(new SocketTimeoutException(
                    "Expected an end of the handshake within " + limit.toMillis() + " ms, got none"));
        }
    }

    private static void undo(Runnable undo) {
        try {
            undo.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Calling off a layer failed", e);
        }
    }

    @Override
    public void whenCancelled(Runnable undo) {
        if (cancelled) {
            undo.run();
        } else if (!ended) {
            undos.add(undo);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
