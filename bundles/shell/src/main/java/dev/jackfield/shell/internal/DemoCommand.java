package dev.jackfield.shell.internal;

import dev.jackfield.shell.internal.demo.Demo;
import dev.jackfield.shell.internal.demo.Display;
import dev.jackfield.shell.internal.demo.LineDisplay;
import dev.jackfield.shell.internal.demo.Plan;
import dev.jackfield.shell.internal.demo.TableDisplay;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}. */
@Command(
        name = "demo",
        description =
                "Send requests without pause to servers of our own, by TLS and by a SOCKS proxy, too; replace connector,"
                        + " resolver, TLS profile, SOCKS layer and cookie jar again and again, and count what gets lost: nothing.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "10",
            converter = Seconds.class,
            description = "How long. Default: 10.")
    Duration length;

    @Option(
            names = "--swap-every",
            paramLabel = "SECONDS",
            defaultValue = "0.2",
            converter = Seconds.class,
            description = "How often something is replaced, one after the other. Default: 0.2.")
    Duration swapEvery;

    @Option(
            names = "--connections",
            paramLabel = "COUNT",
            defaultValue = "4",
            description =
                    "Requests in flight at a time, from 1 to 1000: of each four two go directly, one by SOCKS, one by TLS."
                            + " Default: 4.")
    int connections;

    @Option(
            names = "--color",
            negatable = true,
            description = "Draw a table in place, or do not. Default: on a terminal only.")
    Optional<Boolean> color;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    DemoCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan;
        Fittings own;
        try {
            if (settings.given() && fittings.sharesPanel()) {
                throw new IllegalArgumentException("The demo swaps bundles here, and they have settings of their own:"
                        + " expected no --hosts, --dns, --serial, -4 or -6");
            }
            own = settings.over(fittings);
            plan = new Plan(length, swapEvery, connections);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        PrintStream out = new PrintStream(streams.out(), true, Terminal.charset());
        Display display = color.orElseGet(Terminal::present)
                ? new TableDisplay(out, Terminal.charset())
                : new LineDisplay(out, Terminal.charset());
        try {
            Demo demo =
                    new Demo(own.options().get(), own.panel().get(), own.swaps(), plan, display, out, streams.err());
            return demo.run() ? ExitStatus.OK : ExitStatus.OTHER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }
}
