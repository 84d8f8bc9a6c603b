package dev.jackfield.itest.soak;

import dev.jackfield.itest.soak.count.Latencies;
import dev.jackfield.itest.soak.count.Latencies.Time;
import dev.jackfield.itest.soak.count.Latencies.When;
import dev.jackfield.itest.soak.count.Stopwatch;
import dev.jackfield.itest.soak.count.SwapClock;
import dev.jackfield.itest.soak.door.Load;
import dev.jackfield.itest.soak.door.Rack;
import dev.jackfield.itest.soak.door.Site;
import dev.jackfield.itest.soak.door.Swap;
import dev.jackfield.itest.soak.door.Swap.Cost;
import dev.jackfield.itest.soak.site.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program that swaps one kind at a time. */
@Command(
        name = "swap-costs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What swapping one thing costs the requests that are under way then.",
            "",
            "All is as with swap-soak, whose --help tells the kinds, but for the pace: few requests, one kind of swap at a time,",
            "and no swap before what had to wait for the one before has ended. Sent are GETs that have to do with what is",
            "swapped: by TLS for profiles, by SOCKS for its layer, with cookies for jars, direct ones for all else.",
            "For each kind there is a time without swaps, and one with them: median and longest latency of both, and how many",
            "times longer it took during a swap. A swap is over when its effects are, such as connections that have to be made",
            "anew: --after milliseconds later. 'stuck' is not among them, for it holds requests up by what it is."
        })
public final class SwapCosts implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMillis(500);
    /** So many are under way at any time, or there is a backlog. */
    private static final int FEW = 2;

    @Option(names = "--kinds", split = ",", description = "Default: all")
    private List<String> kinds = List.of();

    @Option(names = "--swaps", defaultValue = "100", description = "Of each kind. Default: ${DEFAULT-VALUE}")
    private int swaps;

    @Option(names = "--rate", defaultValue = "200", description = "Requests per second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--every",
            defaultValue = "100",
            description = "From one swap to the next at least, in milliseconds. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--after",
            defaultValue = "10",
            description = "How long a swap has effects, in milliseconds. Default: ${DEFAULT-VALUE}")
    private int after;

    @Option(
            names = "--stay",
            defaultValue = "2000",
            description = "How long something stays plugged in, in microseconds. Default: ${DEFAULT-VALUE}")
    private long stay;

    @Option(
            names = "--calm",
            defaultValue = "3",
            description = "Seconds without swaps, for each kind. Default: ${DEFAULT-VALUE}")
    private int calm;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Swaps of each kind that do not count. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Spec
    private CommandSpec spec;

    private final Latencies latencies = new Latencies();
    private final SwapClock clock = new SwapClock();
    private final Stopwatch watch = new Stopwatch(latencies, clock);

    /** Runs and exits. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SwapCosts()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        checkNumbers();
        try (Scratch work = Scratch.open("swap-costs");
                Surroundings around = new Surroundings(work.directory(), id -> {});
                Frame frame = new Frame(
                        work.directory().resolve("felix"),
                        Scratch.target().resolve("bundles"),
                        Scratch.target().resolve("soak.jar"))) {
            frame.service(Rack.class).configure(around.site());
            LockSupport.parkNanos(SETTLED.toNanos());
            measure(frame, around.site());
        }
        if (watch.failed() + watch.underWay() > 0) {
            System.err.println("swap-costs: Expected no request to fail, got " + watch.failed() + " that did, and "
                    + watch.underWay() + " that did not end; " + watch.reason());
            return 1;
        }
        return 0;
    }

    /** A table without lines, or of nothing, is no measurement. */
    private void checkNumbers() {
        Least least = new Least(spec);
        least.check(1, "--swaps", swaps);
        least.check(1, "--rate", rate);
        least.check(0, "--every", every);
        least.check(0, "--after", after);
        least.check(0, "--stay", stay);
        least.check(0, "--calm", calm);
        least.check(0, "--warm-up", warmUp);
    }

    /** Of those there are. */
    List<Swap> chosen(List<Swap> rack) {
        List<Swap> all = rack.stream().filter(swap -> swap.cost() != Cost.SLOW).toList();
        List<String> known = all.stream().map(Swap::kind).toList();
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw new ParameterException(
                        spec.commandLine(), "--kinds: expected some of " + known + ", got \"" + kind + "\"");
            }
        }
        return all.stream()
                .filter(swap -> kinds.isEmpty() || kinds.contains(swap.kind()))
                .toList();
    }

    private void measure(Frame frame, Site site) throws Exception {
        List<Swap> all = chosen(frame.service(Rack.class).swaps(site, Duration.ofNanos(stay * 1_000)));
        Load load = frame.service(Load.class);
        load.start(watch, site, rate);
        for (Swap swap : all) {
            watch.now(swap.concerns());
            make(swap, warmUp);
        }
        System.out.printf("%-14s%9s%28s%36s%n", "", "", "median in µs", "longest in µs");
        System.out.printf(
                "%-14s%9s%12s%10s%8s%16s%10s%8s%n",
                "swaps of", "requests", "without", "during", "ratio", "without", "during", "ratio");
        for (Swap swap : all) {
            watch.now(swap.concerns());
            LockSupport.parkNanos(SETTLED.toNanos());
            await(FEW);
            latencies.reset();
            latencies.now(Time.CALM);
            TimeUnit.SECONDS.sleep(calm);
            latencies.now(Time.SWAPS);
            make(swap, swaps);
            print(swap.kind());
        }
        load.stop();
        await(0);
    }

    /** What had to wait for the swaps before is no part of what comes. */
    private void await(int requests) throws InterruptedException {
        long begin = System.nanoTime();
        while (watch.underWay() > requests && System.nanoTime() - begin < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void make(Swap swap, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            clock.begin();
            swap.swap();
            TimeUnit.MILLISECONDS.sleep(after);
            clock.end();
            LockSupport.parkNanos(begin + TimeUnit.MILLISECONDS.toNanos(every) - System.nanoTime());
            await(FEW);
        }
    }

    private void print(String kind) {
        long median = latencies.median(When.CALM);
        long during = latencies.median(When.DURING);
        long longest = latencies.longest(When.CALM);
        long longestDuring = latencies.longest(When.DURING);
        System.out.printf(
                Locale.ROOT,
                "%-14s%9d%12d%10d%8.1f%16d%10d%8.1f%n",
                kind,
                latencies.requests(When.DURING),
                median,
                during,
                ratio(during, median),
                longest,
                longestDuring,
                ratio(longestDuring, longest));
    }

    private static double ratio(long during, long without) {
        return (double) during / Math.max(1, without);
    }
}
