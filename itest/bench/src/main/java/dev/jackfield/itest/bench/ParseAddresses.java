package dev.jackfield.itest.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Time and memory to read an address, in one run of JMH: ours, the JDK's, Guava's, IPAddress's. */
@Command(
        name = "parse-addresses",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long it takes to read an IPv4 or IPv6 literal, and what is allocated for it: Jackfield's",
            "IpAddress.of, InetAddress.getByName, Guava's InetAddresses.forString, IPAddressString.toAddress.",
            "All read the same texts. A ratio above 1 means that the other takes that many times as long as Jackfield."
        })
final class ParseAddresses implements Callable<Integer> {
    @Option(names = "--rounds", defaultValue = "5", description = "That count. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "3", description = "Rounds that do not. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--millis", defaultValue = "800", description = "Of each round. Default: ${DEFAULT-VALUE}")
    private int millis;

    @Option(
            names = "--forks",
            defaultValue = "1",
            description = "JVMs for each figure; 0 for none of their own, which is no measurement."
                    + " Default: ${DEFAULT-VALUE}")
    private int forks;

    @Option(names = "--verbose", description = "Print what JMH prints")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ParseAddresses()).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AddressBenchmark.class.getName())
                        .forks(forks)
                        .warmupIterations(warmUp)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT)
                        .build())
                .run();
        for (AddressTexts family : AddressTexts.values()) {
            table(family, results);
        }
        return 0;
    }

    private static void table(AddressTexts family, Collection<RunResult> all) {
        Map<AddressReader, RunResult> results = all.stream()
                .filter(result -> family.name().equals(result.getParams().getParam("family")))
                .collect(Collectors.toMap(
                        result -> AddressReader.valueOf(result.getParams().getParam("reader")), Function.identity()));
        double ours = nanos(results.get(AddressReader.JACKFIELD));
        System.out.printf("%-12s %10s %10s %12s %7s%n", family, "ns", "±", "bytes", "ratio");
        for (AddressReader reader : AddressReader.values()) {
            RunResult result = results.get(reader);
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.1f %10.1f %12.0f %7.2f%n",
                    reader.name().toLowerCase(Locale.ROOT),
                    nanos(result),
                    result.getPrimaryResult().getScoreError(),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                    nanos(result) / ours);
        }
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
