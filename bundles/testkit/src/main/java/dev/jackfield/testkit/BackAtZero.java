package dev.jackfield.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test that leaves something behind: sockets, slots, timers, whatever can be counted. To be put into a field
 * with {@link org.junit.jupiter.api.extension.RegisterExtension}; it looks after the test's own clean-up.
 *
 * <p>Things that are about to end get a few seconds to do so.
 *
 * <p><i>Immutable.</i>
 */
public final class BackAtZero implements AfterEachCallback {

    /** How long things get to end unless said otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long PAUSE_NANOS = 1_000_000;

    private final Supplier<? extends Map<String, Integer>> readings;
    private final Duration patience;

    /**
     * Looks at some readings.
     *
     * @param readings names and counts, taken anew each time
     */
    public BackAtZero(Supplier<? extends Map<String, Integer>> readings) {
        this(readings, PATIENCE);
    }

    /**
     * Looks at some readings, with another limit.
     *
     * @param readings names and counts, taken anew each time
     * @param patience how long things get to end
     */
    public BackAtZero(Supplier<? extends Map<String, Integer>> readings, Duration patience) {
        this.readings = Objects.requireNonNull(readings, "readings");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    /** Looks now: waits until everything is back at zero, and fails if it does not come to that. */
    public void check() {
        long begin = System.nanoTime();
        Map<String, Integer> left = left();
        while (!left.isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            left = left();
        }
        if (!left.isEmpty()) {
            fail("Left behind, and still there after " + patience.toMillis() + " ms: " + left);
        }
    }

    private Map<String, Integer> left() {
        Map<String, Integer> left = new TreeMap<>(readings.get());
        left.values().removeIf(count -> count == 0);
        return left;
    }
}
