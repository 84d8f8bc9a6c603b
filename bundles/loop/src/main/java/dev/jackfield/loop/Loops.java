package dev.jackfield.loop;

import dev.jackfield.loop.internal.NioLoops;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A fixed set of loops that share a pool for blocking work, and threads for code of others.
 *
 * <p>In OSGi it is a service; elsewhere {@link #create(int)} makes one, or {@link java.util.ServiceLoader} finds one.
 * Threads start with the first use of their loop, and are daemons.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Loops extends AutoCloseable {

    /** System property with the number of loops, from 1 to 64. Default: half the processors, at least 1, at most 4. */
    String COUNT = "jackfield.loops";

    /** System property with the greatest number of threads for blocking work, from 1 to 1024. Default: 16. */
    String BLOCKING = "jackfield.blocking";

    /**
     * Makes a set of its own.
     *
     * @param count how many loops, from 1 to 64
     * @return the set, to be closed by the caller
     * @throws IllegalArgumentException if the count is out of range
     */
    static Loops create(int count) {
        return NioLoops.of(count);
    }

    /**
     * Makes a set of the default size.
     *
     * @return the set, to be closed by the caller
     */
    static Loops create() {
        return new NioLoops();
    }

    /**
     * All loops, always the same ones in the same order.
     *
     * @return at least one
     */
    List<ChannelLoop> all();

    /**
     * What the loops hold on to right now.
     *
     * @return a snapshot
     */
    Load load();

    /**
     * The loop for a key: the same key gets the same loop every time.
     *
     * @param key whatever should stay together
     * @return one of {@link #all()}
     */
    default ChannelLoop of(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return all().get((hash >>> 8) % all().size());
    }

    /**
     * Ends all loops: tasks already handed over still run, timers are dropped, watched channels are closed and their
     * watchers told, so that they find them closed. Waits for the threads, unless called on a loop, of this set or of
     * another. Work on threads that are not loops is not waited for: it is let finish, on daemon threads, and no more of it
     * is taken. Close first what uses the loops. Closing again does nothing.
     */
    @Override
    void close();
}
