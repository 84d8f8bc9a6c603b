package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelTest {
    @Test
    void tellsWhatIsPluggedIn() {
        Typed typed = Typed.line("panel");
        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines())
                .anyMatch(
                        line -> line.matches("\\* connector plain +0 +\\d+  dev\\.jackfield\\.connector\\.plain\\..*"))
                .anyMatch(line -> line.matches("\\* layer     socks5 .*"))
                .anyMatch(line -> line.matches("\\* layer     tls .*"))
                .contains("* profile   tls(high)", "* profile   tls(low)");
    }

    @Test
    void tellsWhatWaitsBehind() {
        Typed typed = Typed.line("panel", "--serial");
        assertThat(typed.out().lines().filter(line -> line.contains(" plain ")))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("* ").endsWith("  command line"),
                        second -> assertThat(second).startsWith("  "));
    }
}
