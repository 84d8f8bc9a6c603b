package dev.jackfield.itest.bench.retries;

import dev.jackfield.itest.bench.clients.Call;
import dev.jackfield.itest.bench.clients.Client;
import dev.jackfield.itest.bench.clients.Clients;
import dev.jackfield.itest.bench.clients.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who sends a request again when a kept connection goes away, method by method. */
@Command(
        name = "retries",
        mixinStandardHelpOptions = true,
        description = {
            "Sends two equal requests to a server that answers the first one on a connection and closes on the second one,",
            "which it has read, without an answer. Tells what becomes of the second: 'retried' if it was sent again and",
            "answered, 'error' if the caller hears of it, 'RE-SENT' if it was sent again although its method is not",
            "idempotent. The server counts; what did not begin on a kept connection is tried anew. RFC 9110 section 9.2.2",
            "allows the first four methods to be retried, and asks for an error with POST. All clients have their default",
            "settings."
        })
final class Retries implements Callable<Integer> {
    private static final Set<String> WITH_BODY = Set.of("PUT", "POST");

    @Option(names = "--clients", split = ",", description = "Which. Default: all. One of: ${COMPLETION-CANDIDATES}")
    private List<Clients> clients = List.of(Clients.values());

    @Option(
            names = "--methods",
            defaultValue = "GET,HEAD,PUT,DELETE,POST",
            split = ",",
            description = "Default: ${DEFAULT-VALUE}")
    private List<String> methods = List.of();

    @Option(
            names = "--endings",
            defaultValue = "fin,rst",
            split = ",",
            description = "How the server closes: by FIN or RST. Default: ${DEFAULT-VALUE}")
    private List<Ending> endings = List.of();

    @Option(
            names = "--attempts",
            defaultValue = "100",
            description = "To have a kept connection used. Default: ${DEFAULT-VALUE}")
    private int attempts;

    @Option(names = "--verbose", description = "Tell the errors, too")
    private boolean verbose;

    public static void main(String[] arguments) {
        // Some clients leave threads behind.
        System.exit(new CommandLine(new Retries()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Ending ending : endings) {
            System.out.println(
                    "a kept connection is closed by " + ending.segment() + " when the request has been read");
            print("", methods);
            for (Clients name : clients) {
                print(name.name(), name.installed() ? row(name, ending) : List.of("skipped, for it is not installed"));
            }
        }
        return 0;
    }

    private List<String> row(Clients name, Ending ending) throws IOException, InterruptedException {
        List<String> cells = new ArrayList<>();
        try (Client client = name.open()) {
            for (String method : methods) {
                cells.add(cell(client, method, ending));
            }
        }
        return cells;
    }

    /** Some clients say that they have an answer a moment before they have its connection back. */
    private String cell(Client client, String method, Ending ending) throws IOException, InterruptedException {
        for (int i = 0; i < attempts; i++) {
            Optional<String> verdict = attempt(client, method, ending);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return "keeps none";
    }

    /** A server of its own is an origin of its own, so no connection is left from the one before. */
    private Optional<String> attempt(Client client, String method, Ending ending)
            throws IOException, InterruptedException {
        String text = WITH_BODY.contains(method) ? "some text" : "";
        try (LeavingServer server = new LeavingServer(ending)) {
            List<Outcome> outcomes = client.send(List.of(
                    new Call(method, server.url("/first"), text), new Call(method, server.url("/second"), text)));
            if (outcomes.size() != 2 || outcomes.get(0).status() != 200) {
                throw new IOException("Expected " + method + " to be answered at first, got " + outcomes);
            }
            Optional<String> verdict = Verdict.of(method, outcomes.get(1), server.seen("/second"));
            if (verbose && !outcomes.get(1).answered()) {
                System.out.println("  " + method + ": " + outcomes.get(1).trouble());
            }
            return verdict;
        }
    }

    private static void print(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format("%-12s", name));
        cells.forEach(cell -> line.append(String.format(" %-16s", cell)));
        System.out.println(line.toString().stripTrailing());
    }
}
