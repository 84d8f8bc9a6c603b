package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import dev.jackfield.http.Readings;
import dev.jackfield.http.WireReading;
import dev.jackfield.loop.Guard;
import java.time.Duration;
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
    void tellsOfOneName() {
        try (Bench bench = new Bench()) {
            assertThat(bench.line("panel", "tls").out().lines())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("*  layer    tls "))
                    .contains("*  profile  tls(high)");

            WireReading one = wire("plain", List.of(99L));
            WireReading both = wire("plain > tls(high)", List.of(99L, 98L));
            ClientReading reading = new ClientReading(
                    "fast", "somebody [7]", Instant.EPOCH, new Readings(0, 0, 0, 0), List.of(one, both));
            bench.clients = Optional.of(new Told(CompletableFuture.completedFuture(List.of(reading))));
            String told = bench.line("panel", "tls").out();
            assertThat(told).contains("DRAINING", "  98  ", "gone").doesNotContain("CLIENT", "  99  ");
            assertThat(bench.line("panel", "-v", "tls").out().lines().filter(line -> line.contains("origin.test:1")))
                    .singleElement()
                    .asString()
                    .endsWith("plain > tls(high)");
            assertThat(bench.line("panel", "plain", "-v").out().lines().filter(line -> line.contains("origin.test:1")))
                    .hasSize(2);
        }
    }

    @Test
    void tellsWhatThereIsWhereAnUnknownNameIsAsked() {
        Typed typed = Typed.line("panel", "nothing");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err())
                .startsWith("jackfield: Expected something named \"nothing\" on the panel, got only the connectors ")
                .contains("plain", " and the layers ", "tls");
    }

    private static WireReading wire(String route, List<Long> generations) {
        return new WireReading(
                HostPort.of("origin.test", 1),
                false,
                route,
                generations,
                WireReading.State.IDLE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1);
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
