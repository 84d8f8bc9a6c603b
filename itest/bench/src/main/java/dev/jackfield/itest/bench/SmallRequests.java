package dev.jackfield.itest.bench;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.Request;
import dev.jackfield.itest.bench.Jackfield.Sending;
import dev.jackfield.itest.peers.Nginx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** CPU per small request: rounds of wrk and of our client in turn, against one nginx. */
@Command(
        name = "small-requests",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the CPU that a client spends on a small GET over kept connections, next to wrk's.",
            "Run it under 'taskset -c 0' to have the clients share nginx's core, which takes waiting for each other",
            "out of the figures; without, the scheduler decides."
        })
final class SmallRequests implements Callable<Integer> {
    @Option(names = "--connections", defaultValue = "1,16,64", split = ",", description = "Default: ${DEFAULT-VALUE}")
    private List<Integer> connections = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "Of each client. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "Of a round. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before the first. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--fresh", description = "Make every request anew instead of sending one again and again")
    private boolean fresh;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SmallRequests()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println("medians of " + rounds + " rounds of " + seconds
                + " s in turn; CPU of the client's whole process in microseconds per request");
        System.out.printf(
                "%-12s %10s %10s %7s %12s %12s %10s%n",
                "connections", "wrk", "jackfield", "ratio", "wrk req/s", "jackf req/s", "bytes/req");
        try (Nginx nginx = Nginx.start(
                "access_log off; keepalive_requests 1000000000; open_file_cache max=10;",
                "",
                Map.of("small", "x".repeat(100).getBytes(StandardCharsets.US_ASCII)))) {
            for (int count : connections) {
                compare(nginx, count);
            }
        }
        return 0;
    }

    private void compare(Nginx nginx, int count) throws Exception {
        List<Round> wrk = new ArrayList<>();
        List<Round> ours = new ArrayList<>();
        String url = nginx.url("/small");
        Sending sending = fresh ? Sending.fresh(url) : Sending.again(Request.get(url));
        try (Jackfield client = new Jackfield(Panel.open(), sending, count)) {
            client.round(warmUp);
            for (int i = 0; i < rounds; i++) {
                wrk.add(Wrk.round(url, count, seconds));
                ours.add(client.round(seconds));
            }
        }
        double theirs = Round.median(wrk, Round::cpuMicrosPerRequest);
        double our = Round.median(ours, Round::cpuMicrosPerRequest);
        System.out.printf(
                Locale.ROOT,
                "%-12d %10.2f %10.2f %7.2f %12.0f %12.0f %10.0f%n",
                count,
                theirs,
                our,
                our / theirs,
                Round.median(wrk, Round::requestsPerSecond),
                Round.median(ours, Round::requestsPerSecond),
                Round.median(ours, Round::bytesPerRequest));
    }
}
