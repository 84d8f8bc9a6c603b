package dev.jackfield.itest.bench.stream;

import dev.jackfield.itest.bench.Neighbour;
import dev.jackfield.itest.bench.Round;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Bodies larger than the heap. */
@Command(
        name = "stream-through",
        mixinStandardHelpOptions = true,
        description = {
            "Has a large body pass through our client once for each way, in a JVM of its own with a small heap, from or to a",
            "server in another one. The octets are counted where they arrive. Tells the speed, the CPU of the client's",
            "whole process, its start and its JIT included, the most heap that was in use, garbage included, the",
            "direct memory, and how much was allocated for each MiB. The file is a temporary one."
        })
final class StreamThrough implements Callable<Integer> {
    private static final double MEBI = 1 << 20;

    @Option(names = "--ways", split = ",", description = "Which. Default: all. One of: ${COMPLETION-CANDIDATES}")
    private List<Way> ways = List.of(Way.values());

    @Option(names = "--mebibytes", defaultValue = "10240", description = "Of the body. Default: ${DEFAULT-VALUE}")
    private long mebibytes;

    @Option(names = "--heap", defaultValue = "32m", description = "For -Xmx. Default: ${DEFAULT-VALUE}")
    private String heap = "";

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamThrough()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(mebibytes + " MiB with a heap of " + heap);
        System.out.printf(
                "%-12s %8s %10s %14s %12s %12s%n",
                "", "MiB/s", "CPU s/GiB", "peak heap MiB", "direct MiB", "bytes/MiB");
        try (Neighbour server = Neighbour.start(Flood.class)) {
            String url = "http://127.0.0.1:" + server.port() + "/";
            for (Way way : ways) {
                print(way, Passing.run(way, url, mebibytes << 20, heap));
            }
        }
        return 0;
    }

    private void print(Way way, Passed passed) {
        Round round = passed.round();
        System.out.printf(
                Locale.ROOT,
                "%-12s %8.0f %10.3f %14.1f %12.1f %12.0f  %s%n",
                way,
                mebibytes * 1e9 / round.wallNanos(),
                round.cpuNanos() / 1e9 * 1024 / mebibytes,
                passed.heap() / MEBI,
                passed.direct() / MEBI,
                (double) round.bytes() / mebibytes,
                way.words());
    }
}
