package dev.jackfield.itest.bench.idle;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Readings;
import dev.jackfield.itest.bench.Meter;
import dev.jackfield.itest.bench.Neighbour;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the pool does with very many idle connections. */
@Command(
        name = "idle-connections",
        mixinStandardHelpOptions = true,
        description = {
            "Opens connections by requests that a server answers all at once, and leaves them idle: each to an origin of",
            "its own, then all to one. Tells how long that takes, how much heap and direct memory each holds after garbage",
            "collection (the kernel's part is not seen), and how long after the last answer all are closed; and the CPU of",
            "this process for both, the collections not among it."
        })
final class IdleConnections implements Callable<Integer> {
    /** For files, the loops and whatever else the JVM has open. */
    private static final int OTHER_DESCRIPTORS = 200;

    /** Loads the classes and grows what grows only once. */
    private static final int WARM_UP = 100;

    private static final String FORMAT = "%-14s %22s %14s %12s %12s %22s%n";

    @Option(names = "--connections", defaultValue = "10000", description = "How many. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--idle",
            defaultValue = "10",
            description = "Seconds after which the pool shall close them. Default: ${DEFAULT-VALUE}")
    private int idle;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdleConnections()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() < connections + OTHER_DESCRIPTORS) {
            throw new IOException("Expected to be allowed " + (connections + OTHER_DESCRIPTORS) + " open files, got "
                    + unix.getMaxFileDescriptorCount() + "; raise it with ulimit -n");
        }
        measure(WARM_UP, 1, number -> "o" + number);
        measure(WARM_UP, WARM_UP, number -> "one");
        System.out.println(connections + " idle connections, closed after " + idle + " s");
        System.out.printf(FORMAT, "", "opened in", "open, idle", "heap each", "direct each", "closed after");
        print("many origins", measure(connections, 1, number -> "o" + number));
        print("one origin", measure(connections, connections, number -> "one"));
        return 0;
    }

    /** What was seen. */
    private record Seen(Round opening, Readings readings, Memory memory, Round closing) {}

    private Seen measure(int count, int perHost, IntFunction<String> names) throws IOException, InterruptedException {
        ClientOptions options = ClientOptions.defaults().withMaxPerHost(perHost).withIdle(Duration.ofSeconds(idle));
        try (Neighbour server = Neighbour.start(HoldingServer.class, Integer.toString(count));
                Loops loops = Loops.create(1);
                HttpClient client = HttpClient.create(options, loops, everythingAt(server.port()))) {
            Memory before = Memory.now();
            Meter begin = Meter.now();
            Crowd.run(client, count, number -> "http://" + names.apply(number) + ".test/");
            Round opening = begin.round(count);
            Memory memory = Memory.now().since(before);
            Readings readings = client.readings();
            Meter kept = Meter.now();
            while (client.readings().connections() > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            Round closing = kept.round(count);
            long sinceAnswered = kept.wallNanos() + closing.wallNanos() - begin.wallNanos() - opening.wallNanos();
            return new Seen(opening, readings, memory, new Round(count, closing.cpuNanos(), sinceAnswered, 0));
        }
    }

    private static Panel everythingAt(int port) {
        List<Target> there =
                List.of(new Target(HostPort.of("127.0.0.1", port).literal().orElseThrow(), port));
        Panel panel = Panel.open();
        panel.plug("plain", 1, PlainConnector.over(query -> CompletableFuture.completedFuture(there)));
        return panel;
    }

    private static void print(String name, Seen seen) {
        System.out.printf(
                FORMAT,
                name,
                time(seen.opening()),
                seen.readings().connections() + ", " + seen.readings().idle(),
                each(seen.memory().heap(), seen.opening()),
                each(seen.memory().direct(), seen.opening()),
                time(seen.closing()));
    }

    private static String time(Round round) {
        return String.format(Locale.ROOT, "%.2f s (%.2f s CPU)", round.wallNanos() / 1e9, round.cpuNanos() / 1e9);
    }

    private static String each(long octets, Round round) {
        return Math.round((double) octets / round.requests()) + " bytes";
    }
}
