package dev.jackfield.shell.karaf.internal;

import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/**
 * Completes what stands behind the name of any of the commands.
 *
 * @param scoped whether the name may stand without its scope only
 */
record LineCompleter(Commands commands, boolean scoped) implements Completer {
    private static final String PREFIX = UsageCommand.SCOPE + ":";

    @Override
    public int complete(Session session, CommandLine line, List<String> words) {
        List<Candidate> candidates = new ArrayList<>();
        completeCandidates(session, line, candidates);
        candidates.forEach(candidate -> words.add(candidate.value()));
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        String[] words = line.getArguments();
        int at = line.getCursorArgumentIndex();
        List<Completion> all = at == 0 ? names(begin(line)) : arguments(session, words, at, begin(line));
        for (Completion one : all) {
            candidates.add(new Candidate(one.word(), one.word(), null, one.description(), null, null, true));
        }
    }

    /** The names of the others Karaf knows by itself. */
    private List<Completion> names(String begin) {
        Stream<String> names =
                scoped ? Stream.of(UsageCommand.NAME) : Stream.of(PREFIX + UsageCommand.NAME, UsageCommand.NAME);
        return names.filter(name -> name.startsWith(begin))
                .map(name -> new Completion(name, ""))
                .toList();
    }

    private List<Completion> arguments(Session session, String[] words, int at, String begin) {
        String command = session.resolveCommand(words[0]);
        if (command == null || !command.startsWith(PREFIX)) {
            return List.of();
        }
        String name = command.substring(PREFIX.length());
        if (name.equals(UsageCommand.NAME)) {
            return commands.complete(List.of(begin), 0);
        }
        List<String> typed = new ArrayList<>(List.of(words).subList(0, at));
        typed.set(0, name);
        typed.add(begin);
        return commands.complete(typed, at);
    }

    /** Of the word under the cursor what stands before it. */
    private static String begin(CommandLine line) {
        String word = line.getCursorArgument();
        int cursor = line.getArgumentPosition();
        return word == null ? "" : cursor >= 0 && cursor < word.length() ? word.substring(0, cursor) : word;
    }
}
