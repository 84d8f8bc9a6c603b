package dev.jackfield.itest.bench;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.Server;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.LoopbackPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long connects take, from the call to the wire, when not everything is well. */
@Command(
        name = "connect-times",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the time from the call of connect to the finished wire, in milliseconds, over loopback: with one",
            "address, with two of which the first refuses or swallows everything, with a name server that never answers",
            "for AAAA, and with two name servers of which the first is silent. Default options, no cache."
        })
final class ConnectTimes implements Callable<Integer> {
    private static final String NO_FILE = "no-such-file";
    private static final HostPort NAME = HostPort.of("name.test", 9);

    @Option(names = "--rounds", defaultValue = "20", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "Connects before the first. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--silent-rounds",
            defaultValue = "3",
            description = "With a silent name server, which takes seconds. Default: ${DEFAULT-VALUE}")
    private int silentRounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ConnectTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("connect-times");
        try (Loops loops = Loops.create(1);
                Loops others = Loops.create(1);
                BlackHole hole = BlackHole.open();
                HalfNameServer half = new HalfNameServer(Set.of(HalfNameServer.A));
                HalfNameServer silent = new HalfNameServer(Set.of())) {
            ChannelLoop theirs = others.all().get(0);
            Server tcp = Server.listen(HostPort.of("127.0.0.1", 0), theirs, Wire::close);
            Server unix = Server.listen(HostPort.unix(folder.resolve("s").toString()), theirs, Wire::close);
            HostPort live = tcp.local();
            HostPort named = HostPort.of(NAME.host(), live.port());
            ChannelLoop loop = loops.all().get(0);
            measure(loop, knowing(live), NAME, warmUp);

            System.out.printf("%-42s %8s %8s %8s%n", "milliseconds", "least", "median", "most");
            print("one address", measure(loop, knowing(live), NAME, rounds));
            print("UNIX domain socket", measure(loop, knowing(live), unix.local(), rounds));
            print("first refuses", measure(loop, knowing(LoopbackPeer.refusing(), live), NAME, rounds));
            print("first swallows everything", measure(loop, knowing(hole.address(), live), NAME, rounds));
            print("AAAA is never answered", measure(loop, asking(half), named, rounds));
            print("first name server is silent", measure(loop, asking(silent, half), named, silentRounds));
            Resolver warned = standard(silent, half);
            measure(loop, warned, named, 1);
            print("the same, from the second time on", measure(loop, warned, named, rounds));
            tcp.close();
            unix.close();
        } finally {
            Files.deleteIfExists(folder.resolve("s"));
            Files.delete(folder);
        }
        return 0;
    }

    private static Resolver knowing(HostPort... places) {
        List<Target> targets = Stream.of(places)
                .map(place -> new Target(place.literal().orElseThrow(), place.port()))
                .toList();
        return query -> CompletableFuture.completedFuture(targets);
    }

    /** A new one each time: it remembers who was silent. */
    private static Resolver asking(HalfNameServer... servers) {
        return query -> standard(servers).resolve(query);
    }

    private static Resolver standard(HalfNameServer... servers) {
        return Resolvers.standard(ResolverOptions.defaults()
                .withHosts(NO_FILE)
                .withResolvConf(NO_FILE)
                .withServers(Stream.of(servers).map(HalfNameServer::address).toList())
                .withCacheEntries(0));
    }

    private static double[] measure(ChannelLoop loop, Resolver resolver, HostPort target, int count) throws Exception {
        Connector connector = PlainConnector.over(resolver);
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            CompletableFuture<Long> nanos = new CompletableFuture<>();
            loop.execute(() -> {
                long begin = System.nanoTime();
                connector.connect(target, Dial.on(loop)).whenComplete((wire, error) -> {
                    if (error == null) {
                        nanos.complete(System.nanoTime() - begin);
                        wire.close();
                    } else {
                        nanos.completeExceptionally(error);
                    }
                });
            });
            millis[i] = nanos.get(60, TimeUnit.SECONDS) / 1e6;
        }
        return millis;
    }

    private static void print(String what, double... millis) {
        double[] sorted = DoubleStream.of(millis).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-42s %8.2f %8.2f %8.2f%n",
                what,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }
}
