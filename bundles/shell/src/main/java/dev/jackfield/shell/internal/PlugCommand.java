package dev.jackfield.shell.internal;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.shell.internal.cords.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plug SOCKET [SOURCE]}. */
@Command(
        name = "plug",
        description = {
            "Lay a cord from a name on the panel to another, or put back what was unplugged.",
            "With SOURCE, whatever is in use under that name when a connection is made is in use under SOCKET, too, above"
                    + " what is there. The cord stays until it is unplugged, or the bundle of these commands or that of the panel stops."
                    + " Without SOURCE, what was unplugged under SOCKET is there again.",
            "Requests under way are not disturbed. Prints what is there afterwards, * for what is in use."
        },
        sortOptions = false)
final class PlugCommand extends SocketCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "The name on the panel of what is to do the work.")
    String source;

    @Option(
            names = "--ranking",
            paramLabel = "NUMBER",
            description = "Where the cord stands among what is there. Default: above all of it.")
    Optional<Integer> ranking = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "HOSTS",
            split = ",",
            description = "Only for these targets: example.com, *.example.com:443, 10.0.0.0/8. Default: for all.")
    List<String> hosts = new ArrayList<>();

    PlugCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    Kind change(Panel panel, Framework framework) {
        if (source == null) {
            return putBack(panel);
        }
        List<Plug<?>> sources = there(source, panel);
        if (sources.stream().allMatch(Plug::pulled)) {
            throw new IllegalArgumentException(
                    "Expected something in use under \"" + source + "\", got only what was unplugged");
        }
        Kind kind = Kind.of(sources.get(0));
        checkRow(kind, panel);
        List<HostPattern> patterns = hosts.stream().map(PlugCommand::pattern).toList();
        framework.cords().lay(kind, socket, source, ranking.orElseGet(() -> above(kind, panel)), patterns);
        return kind;
    }

    /** A name that stands for a layer hardly is to stand for a connector, too, and the other way round. */
    private void checkRow(Kind kind, Panel panel) {
        boolean others = named(socket, Optional.of(kind), panel).isEmpty()
                && !named(socket, Optional.empty(), panel).isEmpty();
        if (others && row.kind().isEmpty()) {
            Kind other = kind == Kind.CONNECTOR ? Kind.LAYER : Kind.CONNECTOR;
            throw new IllegalArgumentException("Expected a " + kind + " named \"" + socket + "\", as \"" + source
                    + "\" is one, got a " + other + "; for a new " + kind + " of this name, add --" + kind);
        }
    }

    private Kind putBack(Panel panel) {
        if (ranking.isPresent() || !hosts.isEmpty()) {
            throw new IllegalArgumentException(
                    "plug: expected --ranking and --for with a SOURCE only, for what was unplugged keeps its own");
        }
        List<Plug<?>> there = there(socket, panel);
        List<Plug<?>> pulled = there.stream().filter(Plug::pulled).toList();
        if (pulled.isEmpty()) {
            throw new IllegalArgumentException("Expected something under \"" + socket
                    + "\" that was unplugged, got nothing; to plug something else in, name it: plug " + socket
                    + " SOURCE");
        }
        pulled.forEach(panel::putBack);
        return Kind.of(there.get(0));
    }

    private int above(Kind kind, Panel panel) {
        OptionalInt highest = named(socket, Optional.of(kind), panel).stream()
                .mapToInt(Plug::ranking)
                .max();
        if (highest.orElse(0) == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "plug: expected --ranking, for there is nothing above the ranking of what is there, "
                            + Integer.MAX_VALUE);
        }
        return highest.isEmpty() ? 0 : highest.getAsInt() + 1;
    }

    private static HostPattern pattern(String text) {
        try {
            return HostPattern.parse(text);
        } catch (RouteSyntaxException e) {
            throw new IllegalArgumentException("--for: " + e.getMessage(), e);
        }
    }
}
