package dev.jackfield.anyevent.internal;

import dev.jackfield.loop.Guard;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is to be ended with its owner. <i>Thread-safe.</i> */
final class Guards implements Guard {
    private final Set<Guard> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(Guard guard) {
        open.add(guard);
        if (closed) {
            guard.close();
        }
    }

    void remove(Guard guard) {
        open.remove(guard);
    }

    /** The same guard, forgotten once it is closed. */
    Guard keep(Guard guard) {
        Guard kept = new Guard() {
            @Override
            public void close() {
                open.remove(this);
                guard.close();
            }
        };
        add(kept);
        return kept;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Guard::close);
        open.clear();
    }
}
