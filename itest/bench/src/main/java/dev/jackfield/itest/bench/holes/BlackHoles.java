package dev.jackfield.itest.bench.holes;

import dev.jackfield.itest.bench.clients.Clients;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who gets an answer from a name whose first address is of no use. */
@Command(
        name = "black-holes",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the time from a request to its answer for names with one good address; with one that refuses and then",
            "the good one; with one that swallows everything and then the good one. The names stand in a hosts file. Each",
            "client has its default settings, and a JVM of its own that has had an answer from another client object",
            "before; curl and AnyEvent::HTTP are processes that start within the time."
        })
final class BlackHoles implements Callable<Integer> {
    private static final List<String> NAMES = List.of("well", "refused", "swallowed");

    @Option(names = "--clients", split = ",", description = "Which. Default: all. One of: ${COMPLETION-CANDIDATES}")
    private List<Clients> clients = List.of(Clients.values());

    @Option(
            names = "--cap",
            defaultValue = "20",
            description =
                    "Seconds after which it is no use waiting; the slowest needs more than 200. Default: ${DEFAULT-VALUE}")
    private int cap;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BlackHoles()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.printf("%-12s %-18s %-18s %s%n", "", "one address", "first refuses", "first swallows");
        try (Places places = new Places()) {
            for (Clients client : clients) {
                System.out.printf("%-12s", client);
                if (client.installed()) {
                    for (String name : NAMES) {
                        System.out.printf(
                                " %-18s",
                                FirstAnswer.of(client, places.hosts(), places.url("well"), places.url(name), cap));
                    }
                } else {
                    System.out.print(" skipped, for it is not installed");
                }
                System.out.println();
            }
        }
        return 0;
    }
}
