package dev.jackfield.itest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.itest.soak.door.Swap;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What measures nothing is not begun. */
class SwapCostsTest {
    private static final List<Swap> RACK = List.of(
            new Named("plain", Swap.Cost.CHEAP),
            new Named("bundle", Swap.Cost.BUNDLE),
            new Named("stuck", Swap.Cost.SLOW));

    @ParameterizedTest
    @CsvSource({
        "--swaps, 0, 1",
        "--rate, 0, 1",
        "--every, -1, 0",
        "--after, -1, 0",
        "--stay, -1, 0",
        "--calm, -1, 0",
        "--warm-up, -1, 0"
    })
    void refusesNumbersThatMakeNoSense(String option, String got, String least) {
        StringWriter err = new StringWriter();
        int status = new CommandLine(new SwapCosts())
                .setErr(new PrintWriter(err, true))
                .execute(option, got);
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith(option + ": expected a number of at least " + least + ", got " + got);
    }

    @ParameterizedTest
    @ValueSource(strings = {"typo", "stuck"})
    void refusesKindsThatThereAreNot(String kind) {
        assertThatThrownBy(() -> chosen("--kinds=plain," + kind))
                .isInstanceOf(ParameterException.class)
                .hasMessage("--kinds: expected some of [plain, bundle], got \"" + kind + "\"");
    }

    @Test
    void takesTheKindsItIsTold() {
        assertThat(chosen("--kinds=bundle")).extracting(Swap::kind).containsExactly("bundle");
        assertThat(chosen()).extracting(Swap::kind).containsExactly("plain", "bundle");
    }

    private static List<Swap> chosen(String... arguments) {
        SwapCosts costs = new SwapCosts();
        new CommandLine(costs).parseArgs(arguments);
        return costs.chosen(RACK);
    }

    private record Named(String kind, Cost cost) implements Swap {
        @Override
        public void swap() {}
    }
}
