package dev.jackfield.shell.internal;

import dev.jackfield.shell.Completion;
import dev.jackfield.shell.internal.completion.Completer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line. */
public final class Shell {
    private Shell() {}

    /**
     * Runs one command line.
     *
     * @param fittings what to work with
     * @param streams where to read and write
     * @param arguments the command line
     * @return the exit status
     */
    public static int run(Fittings fittings, Streams streams, String... arguments) {
        Optional<String> illegible = Arguments.illegible(arguments);
        if (illegible.isPresent()) {
            streams.err().println("jackfield: " + Terminal.oneLine(illegible.get()));
            return ExitStatus.USAGE;
        }
        return model(fittings, streams)
                // "@file" is a value of -d here, not a file with more arguments.
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(new OutputStreamWriter(streams.out(), Terminal.charset()), true))
                .setErr(new PrintWriter(streams.err(), true))
                .setParameterExceptionHandler((error, given) -> refuse(error, streams))
                .setExecutionExceptionHandler((error, command, parsed) -> fail(error, streams))
                .execute(arguments);
    }

    /**
     * Completes a command line.
     *
     * @param fittings what the names in it stand for
     * @param words the name of a command, and what was typed behind it
     * @param at the place, from 0
     * @return what could stand there
     */
    public static List<Completion> complete(Fittings fittings, List<String> words, int at) {
        return new Completer(model(fittings, Streams.NONE), fittings.panel()).complete(words, at);
    }

    private static CommandLine model(Fittings fittings, Streams streams) {
        JackfieldCommand jackfield = new JackfieldCommand();
        ConnectOptions settings = jackfield.settings;
        CommandLine all = new CommandLine(jackfield)
                .addSubcommand(new GetCommand(fittings, settings, streams))
                .addSubcommand(new HeadCommand(fittings, settings, streams))
                .addSubcommand(new RequestCommand(fittings, settings, streams))
                .addSubcommand(new DownloadCommand(fittings, settings, streams))
                .addSubcommand(new ConnectCommand(fittings, settings, streams))
                .addSubcommand(new ResolveCommand(fittings, settings, streams))
                .addSubcommand(new ExplainCommand(fittings, settings, streams))
                .addSubcommand(new PanelCommand(fittings, settings, streams))
                .addSubcommand(new PlugCommand(fittings, settings, streams))
                .addSubcommand(new UnplugCommand(fittings, settings, streams))
                .addSubcommand(new CookiesCommand(fittings, streams))
                .addSubcommand(new DemoCommand(fittings, settings, streams));
        List.of("plug", "unplug", "cookies").forEach(name -> withoutSettings(all, name));
        return all;
    }

    /** Who connects to nobody shall not offer to say how. */
    private static void withoutSettings(CommandLine all, String name) {
        CommandSpec spec = all.getSubcommands().get(name).getCommandSpec();
        List.copyOf(spec.options()).stream().filter(OptionSpec::inherited).forEach(spec::remove);
    }

    private static int refuse(ParameterException first, Streams streams) {
        ParameterException error = unknownBeforeMissing(first);
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        streams.err().println("jackfield: " + Terminal.oneLine(error.getMessage()));
        if (error.getCause() instanceof PointedException pointed) {
            pointed.lines().forEach(line -> streams.err().println("  " + line));
        }
        streams.err().println("Try \"" + command + " --help\".");
        return ExitStatus.USAGE;
    }

    /** Who mistypes an option is not told first that a parameter is missing. */
    private static ParameterException unknownBeforeMissing(ParameterException error) {
        CommandLine command = error.getCommandLine();
        List<String> unknown = command.getUnmatchedArguments();
        return error instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(command, unknown)
                : error;
    }

    private static int fail(Exception error, Streams streams) {
        // These carry a message for people; anything else is a fault of ours, whose name helps.
        boolean expected = error instanceof IOException || error instanceof IllegalStateException;
        String reason = expected && error.getMessage() != null ? error.getMessage() : error.toString();
        streams.err().println("jackfield: " + Terminal.oneLine(reason));
        return ExitStatus.OTHER;
    }
}
