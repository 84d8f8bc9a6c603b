package dev.jackfield.shell.karaf.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCommandTest {
    private final Noting commands = new Noting();
    private final UsageCommand usage = new UsageCommand(commands);

    /** Offers two words everywhere, and notes what it is asked. */
    private static final class Noting implements Commands {
        private final List<String> noted = new ArrayList<>();

        @Override
        public int applyAsInt(String[] arguments) {
            noted.add("run " + String.join(" ", arguments));
            return 0;
        }

        @Override
        public List<Completion> complete(List<String> words, int at) {
            noted.add("complete " + words + " at " + at);
            return List.of(new Completion("get", "what get does"), new Completion("--help", "help"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jackfield:get -i -^|complete [get, -i, -] at 2",
                "jackfield:get ^|complete [get, ] at 1",
                "get --ro^ute x|complete [get, --ro] at 1",
                "jackfield:usage g^|complete [g] at 0",
            })
    void asksForTheWordUnderTheCursor(String marked, String asked) {
        assertThat(candidates(marked, false)).containsExactly("get", "--help");
        assertThat(commands.noted).containsExactly(asked);
    }

    @Test
    void saysWhatAWordIsFor() {
        List<Candidate> candidates = new ArrayList<>();
        usage.getCompleter(false).completeCandidates(session(), Line.endingWith("jackfield:get", ""), candidates);
        assertThat(candidates).first().satisfies(first -> {
            assertThat(first.value()).isEqualTo("get");
            assertThat(first.descr()).isEqualTo("what get does");
            assertThat(first.complete()).isTrue();
        });
    }

    @Test
    void leavesTheCommandsOfOthersAlone() {
        assertThat(candidates("bundle:list -^", false)).isEmpty();
        assertThat(candidates("unknown -^", false)).isEmpty();
        assertThat(candidates("bundle:^", false)).isEmpty();
        assertThat(commands.noted).isEmpty();
    }

    @Test
    void completesItsOwnName() {
        assertThat(candidates("jackfield:u^", false)).containsExactly("jackfield:usage");
        assertThat(candidates("u^", false)).containsExactly("usage");
        assertThat(candidates("^", true)).containsExactly("usage");
        assertThat(commands.noted).isEmpty();
    }

    @Test
    void completesForOlderShellsToo() {
        List<String> words = new ArrayList<>();
        assertThat(usage.getCompleter(false).complete(session(), Line.endingWith("jackfield:get", "-i", "--"), words))
                .isEqualTo(17);
        assertThat(words).containsExactly("get", "--help");
        words.clear();
        assertThat(usage.getCompleter(false).complete(session(), Line.endingWith("bundle:list", ""), words))
                .isEqualTo(-1);
    }

    @Test
    void printsWhatCommandsDo() {
        usage.execute(session(), List.of());
        usage.execute(session(), List.of("--help"));
        usage.execute(session(), List.of("get"));
        assertThat(commands.noted).containsExactly("run --help", "run --help", "complete [] at 0", "run get --help");
        assertThatThrownBy(() -> usage.execute(session(), List.of("nothing")))
                .hasMessage("Expected one of get, --help, got nothing");
    }

    private List<String> candidates(String marked, boolean scoped) {
        List<Candidate> candidates = new ArrayList<>();
        usage.getCompleter(scoped).completeCandidates(session(), Line.marked(marked), candidates);
        return candidates.stream().map(Candidate::value).toList();
    }

    /** Of all it can do, it finds the scope of a name. */
    private static Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("resolveCommand")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    String name = (String) arguments[0];
                    return Stream.of("get", "usage").anyMatch(name::equals) ? "jackfield:" + name : name;
                });
    }
}
