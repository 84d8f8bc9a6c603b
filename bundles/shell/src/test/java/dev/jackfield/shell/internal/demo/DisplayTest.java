package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final Score SCORE = new Score(
            2.5,
            10,
            12345,
            List.of(1000.0, 2000.0),
            List.of(
                    new Turn("connector", List.of("left", "right"), 1, 3),
                    new Turn("resolver", List.of("old", "new"), 0, 2)),
            0,
            0,
            0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void printsOnePlainLineEachHalfSecond() {
        LineDisplay display = new LineDisplay(printer, StandardCharsets.US_ASCII);
        display.show(SCORE);
        assertThat(display.every()).isEqualTo(Duration.ofMillis(500));
        assertThat(text())
                .isEqualToNormalizingNewlines(
                        "   2.5 s      12345       2000 =#                    connector: right                       5      0       0\n");
    }

    @Test
    void redrawsInPlace() {
        TableDisplay display = new TableDisplay(printer, StandardCharsets.UTF_8);
        display.show(SCORE);
        String first = text();
        out.reset();
        display.show(SCORE);
        assertThat(first.lines()).hasSize(8);
        assertThat(text()).isEqualTo("\u001b[8F" + first);
        assertThat(first.replaceAll("\u001b\\[[0-9]*[a-zA-Z]", ""))
                .contains(
                        "2.5 of 10.0 s",
                        "12345",
                        "2000",
                        "▅█",
                        "○ left",
                        "● right",
                        "● old",
                        "○ new",
                        "lost",
                        "doubled");
    }

    @Test
    void drawsWithWhatTheCharsetHas() {
        Glyphs ascii = new Glyphs(StandardCharsets.US_ASCII);
        assertThat(ascii.spark(List.of(0.0, 100.0))).isEqualTo("_#");
        assertThat(ascii.bar(0.25, 4)).isEqualTo("#...");
        assertThat(ascii.bar(7, 4)).isEqualTo("####");
        assertThat(ascii.jack(true) + ascii.jack(false)).isEqualTo("(*)( )");
        Glyphs drawn = new Glyphs(StandardCharsets.UTF_8);
        assertThat(drawn.spark(List.of(0.0, 0.0))).isEqualTo("▁▁");
        assertThat(drawn.bar(0.5, 4)).isEqualTo("██░░");
    }

    @Test
    void measuresBetweenLooks() {
        Rates rates = new Rates(0);
        rates.look(500_000_000, 100);
        rates.look(1_000_000_000, 400);
        assertThat(rates.list()).containsExactly(200.0, 600.0);
        for (int i = 1; i < 100; i++) {
            rates.look(1_000_000_000L + i, 400);
        }
        assertThat(rates.list()).hasSize(Rates.KEPT);
    }

    @Test
    void refusesAPlanOutOfBounds() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Plan(second, second, 0)).hasMessageContaining("expected 1 to 1000, got 0");
        assertThatThrownBy(() -> new Plan(second, second, 1001)).hasMessageContaining("got 1001");
        assertThatThrownBy(() -> new Plan(second, second.plusNanos(1), 1)).hasMessageContaining("--swap-every");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
