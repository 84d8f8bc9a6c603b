package dev.jackfield.itest.bench;

import dev.jackfield.itest.peers.Dnsmasq;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast names are looked up, and what is allocated for it, with and without the cache. */
@Command(
        name = "lookups",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many names per second the standard resolver looks up on one loop, and what it allocates for",
            "each. A look-up asks a name server on loopback for both families: dnsmasq if there is one, else a scripted",
            "one in a process of its own. With the cache, nobody is asked after the first time."
        })
final class Lookups implements Callable<Integer> {
    /** So that it does not matter what this machine is told by its own. */
    private static final String NO_FILE = "no-such-file";

    @Option(names = "--in-flight", defaultValue = "1,16,64", split = ",", description = "Default: ${DEFAULT-VALUE}")
    private List<Integer> inFlight = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--millis", defaultValue = "1000", description = "Of a round. Default: ${DEFAULT-VALUE}")
    private int millis;

    @Option(
            names = "--warm-up",
            defaultValue = "3000",
            description = "Milliseconds before the first. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--scripted",
            description = "Use the scripted name server even if there is dnsmasq; it writes no log, so it is faster")
    private boolean scripted;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Lookups()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        boolean dnsmasq = Dnsmasq.installed() && !scripted;
        System.out.println("medians of " + rounds + " rounds of " + millis + " ms; name server: "
                + (dnsmasq ? "dnsmasq" : "scripted"));
        System.out.printf("%-10s %10s %14s %12s %10s%n", "", "in flight", "look-ups/s", "CPU in us", "bytes");
        try (NameServer server = dnsmasq ? NameServer.dnsmasq() : NameServer.scripted()) {
            for (int entries : List.of(0, 1000)) {
                for (int count : inFlight) {
                    measure(server, entries, count);
                }
            }
        }
        return 0;
    }

    private void measure(NameServer server, int cacheEntries, int count) throws InterruptedException {
        List<Round> measured = new ArrayList<>();
        try (Loops loops = Loops.create(1)) {
            Resolver resolver = Resolvers.standard(options(server, cacheEntries));
            new NameLoad(resolver, loops.all().get(0), count).round(warmUp);
            for (int i = 0; i < rounds; i++) {
                measured.add(new NameLoad(resolver, loops.all().get(0), count).round(millis));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-10s %10d %14.0f %12.2f %10.0f%n",
                cacheEntries == 0 ? "uncached" : "cached",
                count,
                Round.median(measured, Round::requestsPerSecond),
                Round.median(measured, Round::cpuMicrosPerRequest),
                Round.median(measured, Round::bytesPerRequest));
    }

    private static ResolverOptions options(NameServer server, int cacheEntries) {
        return ResolverOptions.defaults()
                .withHosts(NO_FILE)
                .withResolvConf(NO_FILE)
                .withServers(List.of(server.address()))
                .withCacheEntries(cacheEntries)
                // Under load one answer may be late; it shall not come out as one look-up with half of them.
                .withResolutionDelay(Duration.ofSeconds(5));
    }
}
