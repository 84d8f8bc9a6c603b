package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlugTest {
    private static final HostPort TARGET = HostPort.of("target.test", 80);

    private final Bench bench = new Bench();
    private final Connector other = (target, attempt) -> {
        throw new IllegalStateException("Expected nobody to connect");
    };

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void laysACordAboveWhatIsThere() {
        bench.panel.plug("other", 0, other);
        Typed typed = bench.line("plug", "plain", "other");
        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.out().lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("*  connector  plain")
                                .endsWith("operator, a cord to other"),
                        second -> assertThat(second).startsWith("   connector  plain"));
        assertThat(plain().ranking()).isEqualTo(1);
    }

    @Test
    void takesTheCordAwayAgain() {
        Plug<Connector> before = plain();
        bench.panel.plug("other", 0, other);
        bench.line("plug", "plain", "other");
        Typed typed = bench.line("unplug", "plain");
        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines().skip(1)).hasSize(1).first().asString().startsWith("*  connector  plain");
        assertThat(plain()).isEqualTo(before);
    }

    @Test
    void makesANewName() {
        Typed typed = bench.line("plug", "mine", "plain", "--ranking", "7");
        assertThat(typed.status()).isZero();
        assertThat(bench.panel.connector("mine").orElseThrow().ranking()).isEqualTo(7);
    }

    @Test
    void makesNoConnectorOfALayersNameUnlessAskedTo() {
        Typed typed = bench.line("plug", "tls", "plain");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .contains("Expected a connector named \"tls\", as \"plain\" is one, got a layer", "add --connector");
        assertThat(bench.panel.connector("tls")).isEmpty();

        assertThat(bench.line("plug", "tls", "plain", "--connector").status()).isZero();
        assertThat(bench.panel.connector("tls")).isPresent();
    }

    @Test
    void makesNoLayerOfAConnectorsNameUnlessAskedTo() {
        assertThat(bench.line("plug", "plain", "tls").err()).contains("got a connector", "add --layer");
        assertThat(bench.panel.layer("plain")).isEmpty();
        assertThat(bench.line("plug", "plain", "tls", "--layer").status()).isZero();
        assertThat(bench.panel.layer("plain")).isPresent();
    }

    @Test
    void saysThatNothingIsLeft() {
        bench.line("plug", "mine", "plain");
        assertThat(bench.line("unplug", "mine").out())
                .isEqualTo("Nothing is plugged in under \"mine\" any more." + System.lineSeparator());
    }

    @Test
    void laysACordForSomeHosts() {
        bench.panel.plug("other", 0, other);
        bench.line("plug", "plain", "other", "--for", "*.test:80,192.0.2.0/24");
        assertThat(bench.panel.connector("plain", TARGET).orElseThrow().hosts())
                .containsExactly(HostPattern.parse("*.test:80"), HostPattern.parse("192.0.2.0/24"));
        assertThat(plain().hosts()).isEmpty();
    }

    @Test
    void laysCordsAmongLayersToo() {
        bench.line("plug", "secure", "tls");
        assertThat(bench.panel.layer("secure").orElseThrow().plugged().encrypts())
                .isTrue();
    }

    @Test
    void asksWhichWhereANameIsInBothRows() {
        bench.panel.plug("both", 0, other);
        bench.panel.plug("both", 0, (Layer) (below, target, attempt) -> {
            throw new IllegalStateException("Expected nobody to connect");
        });
        assertThat(bench.line("plug", "plain", "both").err()).contains("Expected --connector or --layer");
        assertThat(bench.line("plug", "plain", "both", "--connector").status()).isZero();
        assertThat(bench.line("unplug", "both").err()).contains("Expected --connector or --layer");
        assertThat(bench.line("unplug", "both", "--layer").status()).isZero();
        assertThat(bench.panel.layer("both")).isEmpty();
        assertThat(bench.panel.connector("both")).isPresent();
    }

    @Test
    void pullsWhatABundleHasPluggedInAndPutsItBack() {
        Typed pulled = bench.line("unplug", "plain");
        assertThat(pulled.status()).isZero();
        assertThat(pulled.out()).contains("-  connector  plain").contains("(pulled)");
        assertThat(bench.panel.connector("plain")).isEmpty();

        Typed again = bench.line("unplug", "plain");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("got only what was unplugged before");

        assertThat(bench.line("plug", "plain").out()).contains("*  connector  plain");
        assertThat(plain().pulled()).isFalse();
        assertThat(bench.line("plug", "plain").err()).contains("plug plain SOURCE");
    }

    @Test
    void unplugsAGeneration() {
        Guard guard = bench.panel.plug("plain", -1, other);
        long waiting = bench.panel.plugs().stream()
                .filter(plug -> plug.name().equals("plain") && plug.ranking() == -1)
                .findFirst()
                .orElseThrow()
                .generation();
        Typed typed = bench.line("unplug", "plain", "--generation", String.valueOf(waiting));
        assertThat(typed.out().lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("* "),
                        second -> assertThat(second).startsWith("- "));
        assertThat(bench.line("unplug", "plain", "--generation", String.valueOf(waiting))
                        .err())
                .contains("which was unplugged before");
        assertThat(bench.line("unplug", "plain", "--generation", "999").err())
                .contains("expected one of \"plain\", ")
                .contains("got 999");
        guard.close();
    }

    @Test
    void asksForTheGenerationWhereSeveralAreInUse() {
        bench.panel.plug("plain", 5, List.of(HostPattern.parse("*.test")), other);
        Typed typed = bench.line("unplug", "plain");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("Expected --generation, for several are in use");
        assertThat(plain().pulled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plug plain plain|to itself",
                "plug plain nothing|got only the connectors",
                "plug tls plain --layer|Expected a layer named \"plain\"",
                "plug nothing|Expected something named \"nothing\"",
                "plug a/b plain|a/b",
                "plug x plain --for a..b|--for: ",
                "plug plain --ranking 1|with a SOURCE only",
                "plug plain --for a|with a SOURCE only",
                "plug x plain --connector --layer|got both",
                "-4 plug x plain|nothing is connected here",
                "plug --ipv4 x plain|Unknown option",
                "cookies --serial|Unknown option",
                "unplug nothing|got only the connectors",
                "unplug|Missing",
            })
    void refusesWhatMakesNoSense(String line, String reason) {
        Typed typed = bench.line(line.split(" "));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: ").contains(reason).contains("Try \"jackfield");
        assertThat(typed.octets()).isEmpty();
    }

    @Test
    void refusesWhatWasUnpluggedAsASource() {
        bench.panel.plug("other", 0, other);
        bench.line("unplug", "other");
        assertThat(bench.line("plug", "plain", "other").err()).contains("Expected something in use under \"other\"");
    }

    @Test
    void refusesARankingAboveAll() {
        bench.panel.plug("plain", Integer.MAX_VALUE, other);
        assertThat(bench.line("plug", "plain", "unix").err()).contains("expected --ranking");
    }

    @Test
    void makesNoSenseWhereThePanelGoesWithTheCommand() {
        for (String command : List.of("plug", "unplug")) {
            Typed typed = Typed.line(command, "plain");
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains(command + ": expected a panel that others use, too");
        }
    }

    private Plug<Connector> plain() {
        return bench.panel.connector("plain").orElseThrow();
    }
}
