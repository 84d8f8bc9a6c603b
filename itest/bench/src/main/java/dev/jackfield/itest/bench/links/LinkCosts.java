package dev.jackfield.itest.bench.links;

import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Turns;
import dev.jackfield.itest.peers.Nginx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a third party's connector or layer costs: per request, and per connect. */
@Command(
        name = "link-costs",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the CPU and the bytes that our client spends on a small GET over kept connections: by its own way",
            "(plain), by a connector in front of it on the panel (connector) or brought along (hook), and through one layer",
            "or four that wrap the wire and do nothing. Then the same for a connect, over routes of more and more such",
            "layers. Each has a JVM of its own, which is warmed up before."
        })
public final class LinkCosts implements Callable<Integer> {
    @Option(names = "--connections", defaultValue = "16", description = "Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--layers",
            defaultValue = "0,1,2,4,8,16",
            split = ",",
            description = "Of the routes; the first is what the others are compared with. Default: ${DEFAULT-VALUE}")
    private List<Integer> layers = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "Of a round of requests. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--connects", defaultValue = "10000", description = "Of a round of them. Default: ${DEFAULT-VALUE}")
    private int connects;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "Times as much as a round, before the first. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LinkCosts()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(
                "medians of " + rounds + " rounds in turn; CPU of the client's whole process in microseconds");
        try (Nginx nginx = Nginx.start(
                "access_log off; keepalive_requests 1000000000; open_file_cache max=10;",
                "",
                Map.of("small", "x".repeat(100).getBytes(StandardCharsets.US_ASCII)))) {
            requests(nginx);
            System.out.println();
            connects(nginx);
        }
        return 0;
    }

    private void requests(Nginx nginx) throws IOException, InterruptedException {
        try (Turns turns = new Turns()) {
            for (LinkRequests.Way way : LinkRequests.Way.values()) {
                turns.add(
                        way.name(),
                        RemoteLoad.start(
                                LinkRequests.class, nginx.url("/small"), way.name(), Integer.toString(connections)));
            }
            turns.run(warmUp * seconds, rounds, seconds);
            print("request by", turns);
        }
    }

    private void connects(Nginx nginx) throws IOException, InterruptedException {
        try (Turns turns = new Turns()) {
            for (int count : layers) {
                turns.add(
                        count + " layers",
                        RemoteLoad.start(Connects.class, "127.0.0.1:" + nginx.port(), Integer.toString(count)));
            }
            turns.run(warmUp * connects, rounds, connects);
            print("connect by", turns);
        }
    }

    private static void print(String what, Turns turns) {
        String first = turns.names().get(0);
        System.out.printf("%-12s %10s %10s %12s %12s%n", what, "CPU us", "ratio", "bytes", "per second");
        for (String name : turns.names()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.2f %10.2f %12.0f %12.0f%n",
                    name,
                    turns.median(name, Round::cpuMicrosPerRequest),
                    turns.ratio(name, first, Round::cpuMicrosPerRequest),
                    turns.median(name, Round::bytesPerRequest),
                    turns.median(name, Round::requestsPerSecond));
        }
    }
}
