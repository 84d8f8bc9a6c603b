package dev.jackfield.itest.soak;

import dev.jackfield.itest.soak.count.Book;
import dev.jackfield.itest.soak.count.Latencies;
import dev.jackfield.itest.soak.count.Latencies.Time;
import dev.jackfield.itest.soak.count.SwapClock;
import dev.jackfield.itest.soak.count.Verdict;
import dev.jackfield.itest.soak.quiet.Measure;
import dev.jackfield.itest.soak.quiet.Process;
import dev.jackfield.itest.soak.quiet.Quiet;
import dev.jackfield.itest.soak.site.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The whole of it: warming up, a quiet point, a time of rest, the swaps, and another quiet point. */
final class Soak {
    private static final Duration LOOKING = Duration.ofSeconds(2);

    /** A pool's threads rest for ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the JDK compiles, caches and makes up as it goes, such as classes for reflection. */
    private static final long CLASSES = 500;

    private static final long HEAP_KIB = 4 * 1024;

    private Soak() {}

    /**
     * Runs.
     *
     * @param plan what is asked for
     * @param work an empty directory
     * @param target where the build has put the bundles
     */
    static Outcome run(Plan plan, Path work, Path target) throws Exception {
        Latencies latencies = new Latencies();
        SwapClock clock = new SwapClock();
        Book book = new Book(latencies, clock);
        try (Surroundings around = new Surroundings(work, book::seen);
                Frame frame = new Frame(work.resolve("felix"), target.resolve("bundles"), target.resolve("soak.jar"))) {
            Course course = new Course(frame, around.site(), plan, book, clock);
            Quiet quiet = new Quiet(measures(frame, around), PATIENCE);

            course.begin();
            course.warmUp();
            course.end();
            Verdict warm = book.settle();
            frame.refresh();
            quiet.before(LOOKING);
            latencies.reset();

            latencies.now(Time.CALM);
            course.begin();
            Thread.sleep(plan.calm().toMillis());
            latencies.now(Time.SWAPS);
            course.swap();
            latencies.now(Time.SLOW_SWAPS);
            course.swapSlowly();
            course.end();
            Verdict verdict = warm.plus(book.settle());
            Map<String, Integer> asked = course.asked();
            course.leave();
            frame.refresh();
            return new Outcome(
                    plan,
                    verdict,
                    course.tally(),
                    asked,
                    latencies,
                    quiet.after(),
                    around.cookies(),
                    course.loadedNanos());
        }
    }

    private static List<Measure> measures(Frame frame, Surroundings around) {
        return List.of(
                Measure.exact("threads", Process::threads),
                Measure.passing("resting threads", Process::restingThreads),
                Measure.exact("descriptors", Process::descriptors),
                Measure.passing("connections", around::connections),
                Measure.exact("services", frame::registered),
                Measure.exact("services in use", frame::inUse),
                Measure.about("classes", Process::classes, CLASSES),
                Measure.about("heap in KiB", Process::heap, HEAP_KIB));
    }
}
