package dev.jackfield.loop;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Something under way or in force that can be called off.
 *
 * <p>Closing a guard ends the thing it guards; closing it again, or after the thing has ended by itself, does nothing.
 * A guard is never tied to garbage collection: dropping the reference has no effect.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Guard extends AutoCloseable {

    /** Ends what is guarded. Never throws, never blocks. */
    @Override
    void close();

    /**
     * A guard that runs a task the first time it is closed.
     *
     * @param undo runs at most once, on the thread that closes the guard
     * @return the guard
     */
    static Guard of(Runnable undo) {
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                undo.run();
            }
        };
    }
}
