package dev.jackfield.loop;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One thread that runs tasks and timers.
 *
 * <p>Tasks run one at a time, in the order in which one thread handed them over. A task that throws is logged and does
 * not stop the loop.
 *
 * <p><i>Thread-safe</i>, except where a method says otherwise.
 */
@ProviderType
public interface Loop extends Executor {

    /**
     * Hands a task over. It never runs before this method returns, not even when called on the loop.
     *
     * @param task runs on the loop
     * @throws java.util.concurrent.RejectedExecutionException if the loop has ended
     */
    @Override
    void execute(Runnable task);

    /**
     * Tells whether the calling thread is the loop's own.
     *
     * @return true on the loop
     */
    boolean inLoop();

    /**
     * Runs a task once, later, on the loop.
     *
     * @param delay from now; zero or negative means as soon as possible, but never before this method returns.
     *     Timers are as fine as the selector's: one millisecond, and never early
     * @param task runs on the loop unless the guard is closed before
     * @return calls the task off
     */
    Guard after(Duration delay, Runnable task);

    /**
     * The loop's clock, with the meaning of {@link System#nanoTime()}. On the loop it may be read once per turn, so it
     * costs next to nothing; elsewhere it is exact.
     *
     * @return nanoseconds from an arbitrary origin
     */
    long nanoTime();

    /**
     * Where work goes that has to block, but not for ever, such as a look-up by the JVM's resolver. At most a fixed number
     * of such tasks run at once; the rest wait in order.
     *
     * @return an executor whose threads are not loops, always the same one
     */
    Executor blocking();

    /**
     * Where code of others goes that may block for as long as it likes, such as a caller's stream. Each task has a thread
     * at once, so one that never ends keeps nobody else waiting; whoever hands tasks over sees to it that there are not
     * too many of them at a time.
     *
     * @return an executor whose threads are not loops; unless a loop has one of its own, that of {@link #blocking()}
     */
    default Executor foreign() {
        return blocking();
    }
}
