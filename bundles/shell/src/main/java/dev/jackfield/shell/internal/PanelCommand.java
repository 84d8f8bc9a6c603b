package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import dev.jackfield.shell.internal.cords.Sources;
import dev.jackfield.shell.internal.table.PanelTables;
import dev.jackfield.shell.internal.tap.Spans;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code panel}. */
@Command(
        name = "panel",
        description = {
            "Print what is plugged in: * for what is in use, - for what was pulled. Of one name several are in use if they"
                    + " are for different hosts. Below a tls layer stand the profiles it knows.",
            "In OSGi also the connections of all clients by what made them: how many are open, idle, or draining, which"
                    + " is closing when their exchange has ended; and how many requests began on them. Below stand the"
                    + " clients.",
            "With SOCKET, only what is plugged in under that name and, with -v, the connections that were made by it."
        },
        sortOptions = false)
final class PanelCommand implements Callable<Integer> {
    /** How long clients may take to tell; a loop that does not turn shall not hold the operator up. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SOCKET", description = "A name on the panel. Default: all of them.")
    Optional<String> socket = Optional.empty();

    @Option(
            names = {"-v", "--wires"},
            description = "Print every connection, too. There are none where each command line is on its own.")
    boolean wires;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    PanelCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    @Override
    public Integer call() throws ExecutionException {
        PrintStream out = new PrintStream(streams.out(), true, Terminal.charset());
        List<Plug<?>> plugs = named(panel().plugs());
        Optional<Clients> clients =
                fittings.framework().flatMap(around -> around.clients().get());
        if (clients.isEmpty()) {
            PanelTables.plugs(plugs).print(out);
            return ExitStatus.OK;
        }
        try {
            List<ClientReading> read = clients.get().read().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            PanelTables.plugs(plugs, read, this::asked).print(out);
            if (socket.isEmpty()) {
                out.println();
                PanelTables.clients(read).print(out);
            }
            if (wires) {
                out.println();
                PanelTables.wires(read, this::asked).print(out);
            }
            return ExitStatus.OK;
        } catch (TimeoutException e) {
            PanelTables.plugs(plugs).print(out);
            streams.err()
                    .println("jackfield: Expected all clients to tell within " + Spans.text(PATIENCE)
                            + " what they hold on to, but a loop is too busy");
            return ExitStatus.TIMEOUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    private List<Plug<?>> named(List<Plug<?>> all) {
        List<Plug<?>> named = all.stream().filter(plug -> asked(plug.name())).toList();
        if (named.isEmpty() && socket.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected something named \"" + socket.get() + "\" on the panel, got " + Sources.of(all));
        }
        return named;
    }

    private boolean asked(String name) {
        return socket.isEmpty() || socket.get().equals(name);
    }

    private Panel panel() {
        try {
            return settings.over(fittings).panel().get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
