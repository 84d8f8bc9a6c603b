package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who watches a connector or a layer: for those that have something to tell by {@link Connector#watch} or {@link
 * Layer#watch}. <i>Thread-safe.</i>
 */
public final class Watchers {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Nobody watches yet. */
    public Watchers() {}

    /**
     * One more.
     *
     * @param changed called after each change, on the thread that made it; must be quick
     * @return ends the watch
     */
    public Guard watch(Runnable changed) {
        Given.of(changed, "a watcher");
        // Wrapped, so that the same watcher given twice is two watches.
        Runnable watcher = changed::run;
        watchers.add(watcher);
        return Guard.of(() -> watchers.remove(watcher));
    }

    /** Tells all of them that there was a change. What one of them throws is logged, and harms nobody else. */
    public void changed() {
        watchers.forEach(Watchers::tell);
    }

    private static void tell(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A watcher failed", e);
        }
    }
}
