package dev.jackfield.shell.karaf.internal;

import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;

/**
 * The command {@code jackfield:usage}. It speaks up for the others: Karaf asks the completers of all its commands for each
 * line, and has none for functions of Gogo.
 */
public final class UsageCommand implements Command {
    static final String SCOPE = "jackfield";
    static final String NAME = "usage";
    private static final String HELP = "--help";

    private final Commands commands;

    /**
     * A command.
     *
     * @param commands what it is about
     */
    public UsageCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String getScope() {
        return SCOPE;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return "Print what a command does, and its options; without a name, which commands there are";
    }

    @Override
    public Completer getCompleter(boolean scoped) {
        return new LineCompleter(commands, scoped);
    }

    @Override
    public Parser getParser() {
        return null;
    }

    @Override
    public Object execute(Session session, List<Object> arguments) {
        List<String> names = arguments.stream()
                .map(String::valueOf)
                .filter(name -> !name.equals(HELP))
                .toList();
        if (names.isEmpty()) {
            commands.applyAsInt(new String[] {HELP});
            return null;
        }
        List<String> known =
                commands.complete(List.of(""), 0).stream().map(Completion::word).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("Expected one of " + String.join(", ", known) + ", got " + name);
            }
            commands.applyAsInt(new String[] {name, HELP});
        }
        return null;
    }
}
