package dev.jackfield.shell.internal.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.shell.Completion;
import dev.jackfield.shell.internal.Fittings;
import dev.jackfield.shell.internal.Shell;
import dev.jackfield.shell.internal.demo.PanelSwaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleterTest {
    private final Panel panel = Panel.open();

    @BeforeEach
    void plug() {
        panel.plug("pace", 0, (Connector) (target, attempt) -> new CompletableFuture<>());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pl|plug",
                "re|request resolve",
                "nothing x|",
                "get --ver|--verbose",
                "get -v --verb|",
                "get -H a:b --he|--header --help",
                "get --connector p|pace plain",
                "get --connector=p|--connector=pace --connector=plain",
                "get --connect|--connector --connect-timeout",
                "get --tls l|low",
                "get --nonsense=x|",
                "get -X P|POST PUT PATCH",
                "request D|DELETE",
                "request GET h|",
                "plug pl|plain",
                "plug plain p|pace",
                "plug -- plain pl|",
                "plug --ranking 5 pa|pace",
                "plug --ranking 7|",
                "unplug ti|",
                "unplug -|--connector --layer --generation -h --help",
                "panel -|-v --wires -h --help --hosts --dns --serial -4 --ipv4 -6 --ipv6",
            })
    void completes(String line, String expected) {
        String[] words = line.split(" ", -1);
        assertThat(complete(List.of(words), words.length - 1))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void tellsOfTheOptionsWhereNothingWasTypedYet() {
        assertThat(complete(List.of("plug"), 1)).startsWith("pace", "plain").contains("--ranking", "--for", "--help");
        assertThat(complete(List.of("panel", "-"), 1)).contains("-v", "--wires");
        assertThat(complete(List.of("panel"), 1)).doesNotContain("-v").contains("--wires");
        assertThat(complete(List.of("head", "-"), 1)).doesNotContain("--include");
    }

    @Test
    void knowsTheGenerations() {
        String plain = String.valueOf(panel.connector("plain").orElseThrow().generation());
        assertThat(complete(List.of("unplug", "plain", "--generation", ""), 3)).containsExactly(plain);
        assertThat(complete(List.of("unplug", "--generation", ""), 2))
                .contains(plain)
                .hasSizeGreaterThan(3);
    }

    @Test
    void describesInALine() {
        assertThat(Shell.complete(fittings(), List.of("plu"), 0))
                .singleElement()
                .satisfies(plug -> assertThat(plug.description()).startsWith("Lay a cord from a name"));
        assertThat(Shell.complete(fittings(), List.of("get", "--include"), 1))
                .containsExactly(
                        new Completion("--include", "Write the status line and the header fields before the body"));
        assertThat(Shell.complete(fittings(), List.of(""), 0))
                .hasSizeGreaterThan(10)
                .allSatisfy(command ->
                        assertThat(command.description()).isNotEmpty().doesNotContain("\n", ". "));
        Stream.of("get", "plug", "connect", "demo", "resolve")
                .forEach(command -> assertThat(Shell.complete(fittings(), List.of(command, "--"), 1))
                        .isNotEmpty()
                        .allSatisfy(option -> assertThat(option.description()).isNotEmpty()));
    }

    private List<String> complete(List<String> words, int at) {
        return Shell.complete(fittings(), words, at).stream()
                .map(Completion::word)
                .toList();
    }

    private Fittings fittings() {
        return new Fittings(
                ClientOptions::defaults, () -> panel, Resolvers::standard, PanelSwaps::on, Optional.empty(), Map.of());
    }
}
