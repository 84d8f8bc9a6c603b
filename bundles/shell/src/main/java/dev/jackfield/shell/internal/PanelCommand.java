package dev.jackfield.shell.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.tls.Tls;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code panel}. */
@Command(
        name = "panel",
        description =
                "Print what is plugged in: * for what is in use, then kind, name, ranking, generation and owner. Below"
                        + " a tls layer stand the profiles it knows.",
        sortOptions = false)
final class PanelCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

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
    public Integer call() {
        PrintStream out = new PrintStream(streams.out(), true, Terminal.charset());
        Set<String> seen = new HashSet<>();
        for (Plug<?> plug : panel().plugs()) {
            String kind = plug.plugged() instanceof Connector ? "connector" : "layer";
            boolean inUse = seen.add(kind + " " + plug.name());
            out.printf(
                    "%s %-9s %-14s %4d %4d  %s%n",
                    inUse ? "*" : " ",
                    kind,
                    plug.name(),
                    plug.ranking(),
                    plug.generation(),
                    Terminal.oneLine(plug.owner()));
            if (plug.plugged() instanceof Tls tls) {
                tls.profiles().forEach(name -> out.printf("%s profile   tls(%s)%n", inUse ? "*" : " ", name));
            }
        }
        return ExitStatus.OK;
    }

    private Panel panel() {
        try {
            return settings.over(fittings).panel().get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
