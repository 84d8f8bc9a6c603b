package dev.jackfield.loop.internal;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** A fixed set of {@link NioLoop}s, the pool for what must block, and threads for code of others. */
@Designate(ocd = LoopsForm.class)
@Component(service = Loops.class, configurationPid = NioLoops.PID)
public final class NioLoops implements Loops {
    static final String PID = "dev.jackfield.loop";

    private static final Logger LOG = System.getLogger("dev.jackfield.loop");
    private static final String TOLD = "Configuration " + PID + ": ";
    private static final AtomicInteger SETS = new AtomicInteger();
    private static final int MOST_LOOPS = 64;
    private static final int MOST_BLOCKING = 1024;
    /** Seconds after which a thread that has nothing to do ends. */
    private static final int REST = 10;

    private final List<NioLoop> loops;
    private final List<ChannelLoop> shared;
    private final ThreadPoolExecutor blocking;
    private final ThreadPoolExecutor foreign;

    /** The default number of loops, for {@link java.util.ServiceLoader}. */
    public NioLoops() {
        this(defaultCount());
    }

    /** For Declarative Services. */
    @Activate
    public NioLoops(Map<String, Object> config) {
        this(configured(config));
    }

    private NioLoops(int count) {
        inRange("Number of loops", count, MOST_LOOPS);
        String prefix = "jackfield-" + SETS.incrementAndGet();
        this.blocking = blockingPool(prefix);
        this.foreign = foreignThreads(prefix);
        this.loops = IntStream.range(0, count)
                .mapToObj(i -> new NioLoop(prefix + "-loop-" + i, blocking, foreign))
                .toList();
        this.shared = List.copyOf(loops);
    }

    /** A given number of loops. */
    public static NioLoops of(int count) {
        return new NioLoops(count);
    }

    @Override
    public List<ChannelLoop> all() {
        return shared;
    }

    @Override
    public Load load() {
        return loops.stream().map(NioLoop::load).reduce(Load.ZERO, Load::plus);
    }

    @Override
    @Deactivate
    public void close() {
        loops.forEach(NioLoop::close);
        // Loops that waited for each other, be they of different sets, would wait for ever.
        if (!NioLoop.onAnyLoop()) {
            loops.forEach(NioLoop::join);
        }
        blocking.shutdown();
        foreign.shutdown();
    }

    /** Loops are for life, and so are the requests on them: what is configured anew has to wait for the next start. */
    @Modified
    void modified(Map<String, Object> config) {
        try {
            int count = count(config);
            if (count != loops.size()) {
                LOG.log(
                        Level.WARNING,
                        TOLD + "{0} loops are used from the next start of the bundle on, until then {1}",
                        count,
                        loops.size());
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, TOLD + e.getMessage() + "; nothing of it is used, and nothing changes");
        }
    }

    /** A wrong configuration must not take the network away from everybody. */
    private static int configured(Map<String, Object> config) {
        try {
            return count(config);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, TOLD + e.getMessage() + "; the default is used");
            return defaultCount();
        }
    }

    private static int count(Map<String, Object> config) {
        OptionalInt count = LoopsConfig.count(config, MOST_LOOPS);
        return count.isPresent() ? count.getAsInt() : defaultCount();
    }

    private static int defaultCount() {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return inRange(COUNT, property(COUNT, Math.max(1, Math.min(4, half))), MOST_LOOPS);
    }

    private static int property(String name, int byDefault) {
        String text = System.getProperty(name);
        if (text == null) {
            return byDefault;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": expected a number, got \"" + text + "\"", e);
        }
    }

    private static ThreadPoolExecutor blockingPool(String prefix) {
        int most = inRange(BLOCKING, property(BLOCKING, 16), MOST_BLOCKING);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, REST, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(prefix + "-blocking-"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Without a bound: each of them may be kept for ever, and the next one must not wait for it. */
    private static ThreadPoolExecutor foreignThreads(String prefix) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, REST, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(prefix + "-foreign-"));
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static int inRange(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + ": expected 1 to " + most + ", got " + value);
        }
        return value;
    }
}
