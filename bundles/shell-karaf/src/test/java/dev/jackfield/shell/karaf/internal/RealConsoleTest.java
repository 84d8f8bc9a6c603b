package dev.jackfield.shell.karaf.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.console.CommandsCompleter;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In Karaf's own registry, beside a function of Gogo as Karaf has it there. */
class RealConsoleTest {
    private final SessionFactoryImpl console = new SessionFactoryImpl(new ThreadIOImpl());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream printer = new PrintStream(out, true);
    private final Session session = console.create(InputStream.nullInputStream(), printer, printer);

    /** What Karaf makes of a function of Gogo: it completes nothing. */
    private static final class Function implements Command {
        @Override
        public String getScope() {
            return "jackfield";
        }

        @Override
        public String getName() {
            return "get";
        }

        @Override
        public String getDescription() {
            return "Print the body of a URL";
        }

        @Override
        public Completer getCompleter(boolean scoped) {
            return null;
        }

        @Override
        public Parser getParser() {
            return null;
        }

        @Override
        public Object execute(Session caller, List<Object> arguments) {
            return null;
        }
    }

    private static final class Options implements Commands {
        @Override
        public int applyAsInt(String[] arguments) {
            return 0;
        }

        @Override
        public List<Completion> complete(List<String> words, int at) {
            return words.get(0).equals("get") ? List.of(new Completion("--route", "Go this way")) : List.of();
        }
    }

    @BeforeEach
    void register() {
        console.register(new Function());
        session.put(Session.SCOPE, "shell:bundle:*");
    }

    @AfterEach
    void stop() {
        console.stop();
    }

    @Test
    void completesTheFunctionsOfGogo() {
        assertThat(complete("jackfield:get", "--r")).isEmpty();
        UsageCommand usage = new UsageCommand(new Options());
        console.register(usage);
        assertThat(complete("jackfield:get", "--r")).containsExactly("--route");
        assertThat(complete("jackfield:u")).containsExactly("jackfield:usage");
        assertThat(complete("shell:echo", "--r")).isEmpty();

        console.unregister(usage);
        assertThat(complete("jackfield:get", "--r")).isEmpty();
        assertThat(complete("jackfield:g")).containsExactly("jackfield:get");
    }

    private List<String> complete(String... words) {
        List<Candidate> candidates = new ArrayList<>();
        Line line = Line.endingWith(words);
        new CommandsCompleter(console, session).completeCandidates(session, line, candidates);
        return candidates.stream().map(Candidate::value).toList();
    }
}
