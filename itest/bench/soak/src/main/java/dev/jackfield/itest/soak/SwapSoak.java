package dev.jackfield.itest.soak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "swap-soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Swaps everything that can be swapped, again and again, while requests are flowing, and counts what gets lost.",
            "",
            "Felix runs with our bundles in this process. A load within it sends GET and POST, each with an id of its own, at a",
            "steady rate, by name to an origin outside of it: directly, with cookies, by a SOCKS proxy, and 2 of 100 to one with",
            "TLS. Origins and load each enter every id into one ledger. Kinds of swaps, in random order:",
            "  plain         a connector of higher ranking comes and goes",
            "  fight         two connectors of one name outrank each other by changing their properties",
            "  pull          an operator pulls the connector in use from the panel and puts it back",
            "  resolver, jar, socks5, tls",
            "                a resolver, a cookie jar, a layer, a TLS profile of higher ranking comes and goes; every other",
            "                time the TLS profile is configured anew",
            "  config        client, connector, resolver and jar are configured anew, in turn",
            "  bundle        the connector's bundle is stopped and started; every 10th time it is updated, too, every",
            "                50th time all bundles that use it are wired anew",
            "  socks-bundle  the same with the SOCKS layer's bundle",
            "At last, and more rarely, as they hold requests up:",
            "  stuck         a connector that never completes comes and goes; the client waits for it for another second",
            "  restart       the framework is stopped and started",
            "",
            "The line at the end:",
            "  lost              requests that failed or never ended, or ended well but were not seen by an origin. Not those",
            "                    that end with 599 while the framework is restarted",
            "  doubled           ids that an origin saw more than once, or did not know; requests that ended twice",
            "  leaked            threads, descriptors, services, uses of services, connections at the origins, classes (beyond",
            "                    500) and KiB of heap after a collection (beyond 4 MiB) that there were more of after the swaps",
            "                    than before, each time with nothing under way",
            "  longest_pause_us  the longest that a request took, from being sent to being answered, that was under way while",
            "                    a swap was being made, in microseconds",
            "Requests and swaps of the warm-up count, too, but not for that pause. The status is 1 if anything is lost, doubled or",
            "leaked, or if there were fewer swaps or requests than asked for."
        })
public final class SwapSoak implements Callable<Integer> {
    @Option(names = "--swaps", defaultValue = "1000", description = "Of each kind. Default: ${DEFAULT-VALUE}")
    private int swaps;

    @Option(names = "--bundles", description = "Swaps of each bundle. Default: as many")
    private Optional<Integer> bundles = Optional.empty();

    @Option(names = "--rate", defaultValue = "2200", description = "Requests per second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--slow", defaultValue = "10", description = "Swaps of stuck. Default: ${DEFAULT-VALUE}")
    private int slow;

    @Option(names = "--restarts", defaultValue = "5", description = "Of the framework. Default: ${DEFAULT-VALUE}")
    private int restarts;

    @Option(
            names = "--warm-up",
            defaultValue = "50",
            description = "Swaps of each kind before the first look at what is held. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--stay",
            defaultValue = "2000",
            description = "How long something stays plugged in, in microseconds. Default: ${DEFAULT-VALUE}")
    private long stay;

    @Option(
            names = "--gap",
            defaultValue = "8000",
            description = "Between two swaps, in microseconds. Default: ${DEFAULT-VALUE}")
    private long gap;

    @Option(
            names = "--calm",
            defaultValue = "3",
            description = "Seconds of requests without swaps, to compare with. Default: ${DEFAULT-VALUE}")
    private int calm;

    @Option(names = "--without", split = ",", description = "Kinds of swaps to leave out. Default: none")
    private Set<String> without = Set.of();

    @Option(names = "--any-rate", description = "Too few requests per second are no failure: the machine may be busy")
    private boolean anyRate;

    @Option(names = "--seed", description = "Of the order of the swaps. Default: another one each time")
    private long seed = System.nanoTime();

    @Spec
    private CommandSpec spec;

    /** Runs and exits. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SwapSoak()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        checkNumbers();
        Plan plan = new Plan(
                swaps,
                bundles.orElse(swaps),
                rate,
                slow,
                restarts,
                warmUp,
                Duration.ofNanos(stay * 1_000),
                Duration.ofNanos(gap * 1_000),
                Duration.ofSeconds(calm),
                Set.copyOf(without),
                seed);
        Outcome outcome;
        try (Scratch work = Scratch.open("swap-soak")) {
            outcome = Soak.run(plan, work.directory(), Scratch.target());
        }
        List<String> complaints = outcome.complaints(anyRate);
        System.out.println(outcome.tables());
        complaints.forEach(complaint -> System.err.println("swap-soak: " + complaint));
        if (!complaints.isEmpty()) {
            System.err.println("swap-soak: the order was that of --seed " + seed);
        }
        System.out.println(outcome.line());
        boolean well = outcome.verdict().lost() == 0 && outcome.verdict().doubled() == 0 && complaints.isEmpty();
        return well ? 0 : 1;
    }

    /** Without swaps, or without requests, there would be nothing to lose. */
    private void checkNumbers() {
        Least least = new Least(spec);
        least.check(1, "--swaps", swaps);
        least.check(0, "--bundles", bundles.orElse(swaps));
        least.check(1, "--rate", rate);
        least.check(0, "--slow", slow);
        least.check(0, "--restarts", restarts);
        least.check(0, "--warm-up", warmUp);
        least.check(0, "--stay", stay);
        least.check(0, "--gap", gap);
        least.check(0, "--calm", calm);
    }
}
