package dev.jackfield.dist;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says: {@code [--cache DIR] [COMMAND [ARGUMENT...]]}. <i>Immutable.</i>
 *
 * <p>All but {@code --cache} is the commands' own business, so that {@code --help} means the same at both doors.
 *
 * @param cache where the framework keeps its state; none for a directory that lives as long as the program
 * @param command name and arguments; empty for a prompt
 */
record Options(Optional<Path> cache, List<String> command) {

    static Options parse(String... args) throws LaunchException {
        if (args.length == 0 || !args[0].equals("--cache")) {
            return new Options(Optional.empty(), List.of(args));
        }
        if (args.length == 1 || args[1].isEmpty()) {
            throw LaunchException.usage("Expected a directory after --cache");
        }
        return new Options(
                Optional.of(Path.of(args[1])), List.copyOf(Arrays.asList(args).subList(2, args.length)));
    }

    /** Whether the door itself is asked for help. */
    boolean help() {
        return command.size() == 1
                && (command.get(0).equals("--help") || command.get(0).equals("-h"));
    }

    boolean interactive() {
        return command.isEmpty();
    }
}
