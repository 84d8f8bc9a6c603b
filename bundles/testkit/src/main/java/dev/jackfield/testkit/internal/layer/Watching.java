package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Layer;
import dev.jackfield.loop.Guard;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who watch a layer for changes. */
public final class Watching {
    private Watching() {}

    /** Nobody is told of anything while nothing happens, and a guard can be closed twice. */
    public static void isQuiet(Layer layer) {
        AtomicInteger told = new AtomicInteger();
        Guard guard = watch(layer, told);
        guard.close();
        guard.close();
        assertEquals(0, told.get(), "Told of a change though there was none");
    }

    /** Everybody is told once for each change until their guard is closed. */
    public static void isTold(Layer layer, Runnable change) {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        Guard one = watch(layer, first);
        Guard two = watch(layer, second);
        change.run();
        assertTrue(first.get() > 0 && second.get() > 0, "Each watcher is told of a change");
        one.close();
        int before = first.get();
        int other = second.get();
        change.run();
        assertEquals(before, first.get(), "Told after the guard was closed");
        assertTrue(second.get() > other, "The other watcher goes on");
        two.close();
    }

    private static Guard watch(Layer layer, AtomicInteger told) {
        Guard guard = layer.watch(told::incrementAndGet);
        assertNotNull(guard, "Expected a guard from watch(), got null");
        return guard;
    }
}
