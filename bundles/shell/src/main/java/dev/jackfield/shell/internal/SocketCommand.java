package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.cords.Kind;
import dev.jackfield.shell.internal.cords.Sources;
import dev.jackfield.shell.internal.table.PanelTables;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What plug and unplug have in common: they change one socket of the panel that all share, and show it afterwards. */
abstract class SocketCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SOCKET", description = "A name on the panel, such as plain or tls.")
    String socket;

    @Mixin
    PlugOptions row;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    SocketCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    /**
     * Does it.
     *
     * @return the row that was changed
     * @throws IllegalArgumentException if that makes no sense; nothing has changed then
     */
    abstract Kind change(Panel panel, Framework framework);

    @Override
    public final Integer call() {
        try {
            Framework framework = fittings.framework()
                    .orElseThrow(() -> new IllegalArgumentException(spec.name()
                            + ": expected a panel that others use, too, as in the shells of OSGi; here it is gone with the"
                            + " command"));
            if (settings.given()) {
                throw new IllegalArgumentException(spec.name()
                        + ": expected no --hosts, --dns, --serial, -4 or -6, for nothing is connected here");
            }
            Panel panel = fittings.panel().get();
            Kind kind = change(panel, framework);
            show(named(socket, Optional.of(kind), panel));
            return ExitStatus.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void show(List<Plug<?>> plugs) {
        PrintStream out = new PrintStream(streams.out(), true, Terminal.charset());
        if (plugs.isEmpty()) {
            out.println("Nothing is plugged in under \"" + socket + "\" any more.");
        } else {
            PanelTables.plugs(plugs).print(out);
        }
    }

    /** All plugs of a name, of one row or of both. */
    static List<Plug<?>> named(String name, Optional<Kind> kind, Panel panel) {
        return panel.plugs().stream()
                .filter(plug -> plug.name().equals(name))
                .filter(plug -> kind.isEmpty() || Kind.of(plug) == kind.get())
                .toList();
    }

    /** The plugs of a name, in the one row that is meant. */
    final List<Plug<?>> there(String name, Panel panel) {
        List<Plug<?>> plugs = named(name, row.kind(), panel);
        if (plugs.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected " + row.kind().map(kind -> "a " + kind).orElse("something") + " named \"" + name
                            + "\" on the panel, got " + Sources.of(panel.plugs()));
        }
        if (plugs.stream().map(Kind::of).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "Expected --connector or --layer, for there are both under \"" + name + "\", got none");
        }
        return plugs;
    }
}
