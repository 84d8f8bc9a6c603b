package dev.jackfield.itest.bench.features;

import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Turns;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a feature costs, used and alone. */
@Command(
        name = "feature-costs",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what a small GET over kept connections allocates and how much CPU it takes, plain and with one feature",
            "more at a time, each in a JVM of its own, in turn, against one nginx. A followed redirect counts as one request."
        })
final class FeatureCosts implements Callable<Integer> {
    @Option(
            names = "--features",
            split = ",",
            description =
                    "The first is what the others are compared with. Default: all. One of: ${COMPLETION-CANDIDATES}")
    private List<Feature> features = List.of(Feature.values());

    @Option(names = "--connections", defaultValue = "16", description = "Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "2", description = "Of a round. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before the first. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FeatureCosts()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Site site = new Site();
                Turns turns = new Turns()) {
            for (Feature feature : features) {
                turns.add(feature.name(), feature.start(site, connections));
            }
            turns.run(warmUp, rounds, seconds);
            print(turns);
        }
        return 0;
    }

    private void print(Turns turns) {
        String first = turns.names().get(0);
        double least = turns.median(first, Round::bytesPerRequest);
        System.out.println("medians of " + rounds + " rounds of " + seconds + " s in turn with " + connections
                + " connections; CPU of the client's whole process in microseconds per request");
        System.out.printf("%-10s %10s %10s %8s %7s  %s%n", "", "bytes/req", "more", "CPU", "ratio", "");
        for (Feature feature : features) {
            double bytes = turns.median(feature.name(), Round::bytesPerRequest);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %10.0f %10.0f %8.2f %7.2f  %s%n",
                    feature,
                    bytes,
                    bytes - least,
                    turns.median(feature.name(), Round::cpuMicrosPerRequest),
                    turns.ratio(feature.name(), first, Round::cpuMicrosPerRequest),
                    feature.words());
        }
    }
}
