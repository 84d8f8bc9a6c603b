package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import dev.jackfield.http.Readings;
import dev.jackfield.loop.Guard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PanelTest {
    private record Told(CompletableFuture<List<ClientReading>> read) implements Clients {
        @Override
        public Guard watch(Runnable changed) {
            throw new UnsupportedOperationException("Expected nobody to watch");
        }
    }

    @Test
    void tellsWhatIsPluggedIn() {
        Typed typed = Typed.line("panel");
        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines())
                .anyMatch(line ->
                        line.matches("\\*  connector  plain +0 +\\d+  all .* dev\\.jackfield\\.connector\\.plain\\..*"))
                .anyMatch(line -> line.matches("\\*  layer      socks5 .*"))
                .anyMatch(line -> line.matches("\\*  layer      tls .*"))
                .contains("*  profile    tls(high)", "*  profile    tls(low)");
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

    @Test
    void tellsOfTheClients() {
        try (Bench bench = new Bench()) {
            ClientReading reading =
                    new ClientReading("fast", "somebody [7]", Instant.EPOCH, new Readings(0, 0, 0, 0), List.of());
            bench.clients = Optional.of(new Told(CompletableFuture.completedFuture(List.of(reading))));
            assertThat(bench.line("panel").out())
                    .contains("DRAINING")
                    .contains("fast    somebody [7]  1970-01-01T00:00:00Z")
                    .doesNotContain("ORIGIN");
            assertThat(bench.line("panel", "-v").out()).contains("ORIGIN");
        }
    }

    @Test
    void doesNotWaitForALoopThatHangs() {
        try (Bench bench = new Bench()) {
            bench.clients = Optional.of(new Told(new CompletableFuture<>()));
            Typed typed = bench.line("panel", "--wires");
            assertThat(typed.status()).isEqualTo(28);
            assertThat(typed.out()).contains("*  connector  plain").doesNotContain("DRAINING");
            assertThat(typed.err()).contains("within 2 s");
        }
    }
}
