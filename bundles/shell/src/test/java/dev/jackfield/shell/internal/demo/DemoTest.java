package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.http.ClientOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoTest {
    private static final Plan PLAN = new Plan(Duration.ofMillis(600), Duration.ofMillis(100), 4);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Panel panel = Panel.open();

    /** How many swaps were asked for, and how many were done: fewer than planned if the machine was too busy for one. */
    private final AtomicInteger asked = new AtomicInteger();

    private final AtomicInteger swapped = new AtomicInteger();

    @Test
    void losesNothing() throws Exception {
        var before = panel.plugs();
        assertThat(run(PanelSwaps::new, title -> {})).isTrue();
        assertThat(lastLine()).matches("[1-9][0-9]* requests, " + swapped + " swaps, 0 failed");
        assertThat(err.size()).isZero();
        assertThat(panel.plugs()).isEqualTo(before);
    }

    @Test
    void swapsAllThereIs() throws Exception {
        var before = panel.plugs();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream complaints = new PrintStream(err, true, StandardCharsets.UTF_8);
        Plan plan = new Plan(Duration.ofMillis(1500), Duration.ofMillis(50), 4);
        boolean well = new Demo(
                        ClientOptions.defaults(),
                        panel,
                        PanelSwaps::on,
                        plan,
                        new LineDisplay(printer, StandardCharsets.UTF_8),
                        printer,
                        complaints)
                .run();

        assertThat(complaints()).isEmpty();
        assertThat(well).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "\nswapped: connector [1-9][0-9]*, resolver [1-9][0-9]*, TLS profile [1-9][0-9]*, "
                                + "SOCKS layer [1-9][0-9]*, cookie jar [1-9][0-9]*\n[1-9][0-9]* requests, [0-9]+ swaps, 0 failed");
        // The layer tells that its profiles have changed, and so is of a new generation.
        assertThat(panel.plugs()).hasSameSizeAs(before);
    }

    @Test
    void connectsAnewAfterEachSwap() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        Connector plain = new PlainConnector();
        panel.plug(Swaps.NAME, 9, (target, attempt) -> {
            connects.incrementAndGet();
            return plain.connect(target, attempt);
        });
        assertThat(run(PanelSwaps::new, title -> {})).isTrue();
        // The last swap comes at the very end; what was connected by then may be all.
        int swaps = swapped.get();
        assertThat(connects.get()).isBetween(PLAN.connections() * swaps, PLAN.connections() * (swaps + 1));
    }

    @Test
    void countsRequestsThatFail() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        Connector plain = new PlainConnector();
        panel.plug(
                Swaps.NAME,
                9,
                (target, attempt) -> connects.incrementAndGet() == 6
                        ? CompletableFuture.failedFuture(new IOException("sixth"))
                        : plain.connect(target, attempt));
        assertThat(run(PanelSwaps::new, title -> {})).isFalse();
        assertThat(lastLine()).matches("[1-9][0-9]* requests, " + swapped + " swaps, 1 failed");
        assertThat(complaints())
                .contains("the first request that failed: 595 CONNECT: ")
                .contains("sixth");
    }

    @Test
    void countsSwapsThatFail() throws Exception {
        assertThat(run(any -> new StuckSwaps(), title -> {})).isFalse();
        assertThat(lastLine()).matches("[1-9][0-9]* requests, 0 swaps, " + asked + " failed");
        assertThat(complaints())
                .contains("swap 1: stuck")
                .contains("swap " + asked + ": stuck")
                .contains("no swap took effect");
    }

    @Test
    void noticesRequestsThatNobodySent() throws Exception {
        assertThat(run(PanelSwaps::new, title -> askOnceMore(title.replaceAll(".*(http://[^,]*),.*", "$1"))))
                .isFalse();
        assertThat(lastLine()).endsWith(" 1 failed");
        assertThat(complaints()).contains("a difference of 1");
    }

    @Test
    void countsRequestsThatNeverEnd() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        Connector plain = new PlainConnector();
        panel.plug(
                Swaps.NAME,
                9,
                (target, attempt) ->
                        connects.incrementAndGet() == 6 ? new CompletableFuture<>() : plain.connect(target, attempt));
        assertThat(run(PanelSwaps::new, title -> {})).isFalse();
        assertThat(lastLine()).matches("[1-9][0-9]* requests, " + swapped + " swaps, 1 failed");
        assertThat(complaints()).contains("1 requests were still under way after 0.5 s");
    }

    @Test
    void countsEachBusyConnectionThatIsLost() throws Exception {
        AtomicInteger connects = new AtomicInteger();
        Connector plain = new PlainConnector();
        // The fifth connection, made by the first swap, breaks when the second request is waiting for its answer.
        panel.plug(
                Swaps.NAME,
                9,
                (target, attempt) -> plain.connect(target, attempt)
                        .thenApply(wire -> connects.incrementAndGet() == 5 ? new BreakingWire(wire) : wire));
        assertThat(run(PanelSwaps::new, title -> {})).isFalse();
        assertThat(lastLine()).matches("[1-9][0-9]* requests, " + swapped + " swaps, 1 failed");
        assertThat(complaints()).contains("596").contains("a difference of 1");
    }

    private boolean run(Function<Panel, Swaps> swaps, Consumer<String> opened) throws Exception {
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        Display lines = new LineDisplay(printer, StandardCharsets.UTF_8);
        Display display = new Display() {
            @Override
            public Duration every() {
                return Duration.ofMillis(200);
            }

            @Override
            public void open(String title) {
                opened.accept(title);
                lines.open(title);
            }

            @Override
            public void show(Score score) {
                lines.show(score);
            }
        };
        PrintStream complaints = new PrintStream(err, true, StandardCharsets.UTF_8);
        boolean well = new Demo(
                        ClientOptions.defaults(),
                        panel,
                        (any, site) -> new Rig(List.of(new CountedSwaps(swaps.apply(any), asked, swapped))),
                        PLAN,
                        display,
                        printer,
                        complaints,
                        Duration.ofMillis(500))
                .run();
        assertThat(asked.get()).isBetween(2, 6);
        return well;
    }

    private String lastLine() {
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        // A title, a heading, a line for each look, what was swapped, the result.
        assertThat(lines).hasSize(7);
        return lines.get(6);
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static void askOnceMore(String url) {
        try (var in = URI.create(url).toURL().openStream()) {
            in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record StuckSwaps() implements Swaps {
        @Override
        public void swap() throws IOException {
            throw new IOException("stuck");
        }

        @Override
        public List<String> sockets() {
            return List.of("stuck");
        }

        @Override
        public int inUse() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
