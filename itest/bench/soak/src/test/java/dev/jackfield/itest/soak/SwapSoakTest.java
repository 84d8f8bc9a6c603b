package dev.jackfield.itest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What proves nothing is not begun. */
class SwapSoakTest {
    @ParameterizedTest
    @CsvSource({
        "--swaps, 0, 1",
        "--swaps, -3, 1",
        "--rate, 0, 1",
        "--bundles, -1, 0",
        "--slow, -1, 0",
        "--restarts, -1, 0",
        "--warm-up, -1, 0",
        "--stay, -1, 0",
        "--gap, -1, 0",
        "--calm, -1, 0"
    })
    void refusesNumbersThatMakeNoSense(String option, String got, String least) {
        StringWriter err = new StringWriter();
        int status = new CommandLine(new SwapSoak())
                .setErr(new PrintWriter(err, true))
                .execute(option, got);
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith(option + ": expected a number of at least " + least + ", got " + got);
    }
}
