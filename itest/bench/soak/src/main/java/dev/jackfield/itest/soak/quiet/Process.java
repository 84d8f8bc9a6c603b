package dev.jackfield.itest.soak.quiet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this process holds on to. */
public final class Process {
    /** Threads of the JDK, which come when it pleases, and of the surroundings, which rest for a minute. */
    private static final List<String> NOT_OURS = List.of(
            "ForkJoinPool.commonPool",
            "CompletableFutureDelayScheduler",
            "Cleaner-",
            "Common-Cleaner",
            "process reaper",
            "socks-proxy",
            "origin");

    /** Threads of Jackfield's pools, which end after a rest of ten seconds. */
    private static final Pattern RESTING = Pattern.compile("jackfield-\\d+-(blocking|foreign)-\\d+");

    private Process() {}

    /** Threads that somebody has started to stay. */
    public static List<String> threads() {
        return ours().filter(name -> !RESTING.matcher(name).matches()).toList();
    }

    /** Threads that end by themselves when there is nothing to do. */
    public static List<String> restingThreads() {
        return ours().filter(name -> RESTING.matcher(name).matches()).toList();
    }

    private static Stream<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> NOT_OURS.stream().noneMatch(name::startsWith));
    }

    /** What the open descriptors lead to, by {@code /proc}; nothing where there is none. */
    public static List<String> descriptors() {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> open = Files.list(folder)) {
            return open.map(Process::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            // The one by which the folder was read, for example.
            return "nothing any more";
        }
    }

    /** Classes that are loaded: a class loader that stays brings them all along. */
    public static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    /** KiB of the heap that are in use after everything that is garbage has gone. */
    public static long heap() {
        long least = Long.MAX_VALUE;
        // What weak references and cleaners let go of is garbage only the next time.
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024);
        }
        return least;
    }
}
