package dev.jackfield.testkit;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * A {@link ManualLoop} for those who ask for a set of loops, or for one that watches channels: the set has this one loop, and
 * there are no channels to watch. So an HTTP client can be tried over a connector of one's own, or over {@link PipeWire}s, while
 * no time passes but what the test lets pass.
 *
 * <p>Whoever has something to watch by hand overrides {@link #watch}.
 *
 * <p><i>Thread-safe</i> like every loop, but only one thread at a time may turn it.
 */
public class ManualLoops implements ChannelLoop, Loops {
    private final ManualLoop manual;

    /** Of a loop of its own. */
    public ManualLoops() {
        this(new ManualLoop());
    }

    /**
     * Of a loop that is there.
     *
     * @param manual turns it
     */
    public ManualLoops(ManualLoop manual) {
        this.manual = Objects.requireNonNull(manual, "Expected a loop, got null");
    }

    /**
     * What turns the loop.
     *
     * @return always the same one
     */
    public final ManualLoop manual() {
        return manual;
    }

    /**
     * Refuses: there are no channels.
     *
     * @throws IOException always, unless overridden
     */
    @Override
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws IOException {
        throw new IOException("Expected no channel on a loop turned by hand, got " + channel);
    }

    @Override
    public final void execute(Runnable task) {
        manual.execute(task);
    }

    @Override
    public final boolean inLoop() {
        return manual.inLoop();
    }

    @Override
    public final Guard after(Duration delay, Runnable task) {
        return manual.after(delay, task);
    }

    @Override
    public final long nanoTime() {
        return manual.nanoTime();
    }

    @Override
    public final Executor blocking() {
        return manual.blocking();
    }

    @Override
    public final List<ChannelLoop> all() {
        return List.of(this);
    }

    @Override
    public final Load load() {
        return new Load(0, manual.timers());
    }

    /** Ends the loop, as {@link ManualLoop#end} does. */
    @Override
    public final void close() {
        manual.end();
    }
}
