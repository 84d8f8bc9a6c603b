package dev.jackfield.shell.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private long now;
    private final Meter meter = new Meter(new PrintStream(drawn, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void saysNothingBeforeThereIsAnything() {
        meter.draw();
        meter.end();
        assertThat(drawn.size()).isZero();
    }

    @Test
    void countsWhatComesAndNotWhatWasThere() {
        meter.written(5000, 10_000);
        after(1, 6024);
        meter.draw();
        assertThat(last()).contains(" 60% [").contains("1.0 KiB/s").contains("ETA 0:04");
    }

    @Test
    void forgetsWhatWasLongAgo() {
        meter.written(0, -1);
        for (int second = 1; second <= 10; second++) {
            after(1, 1024L * 1024);
            meter.draw();
        }
        assertThat(last()).startsWith("1.0 MiB  0 B/s");
    }

    @Test
    void beginsAnewWhenTheServerDoes() {
        meter.written(5000, 10_000);
        after(1, 0);
        after(1, 2048);
        meter.draw();
        assertThat(last()).contains("2.0 KiB/s");
    }

    @Test
    void leavesTheLineOnce() {
        meter.written(10, 10);
        meter.end();
        meter.end();
        assertThat(drawn.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()))
                .hasSize(1);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .startsWith("\r100% [")
                .endsWith(System.lineSeparator());
    }

    private void after(int seconds, long octets) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        meter.written(octets, octets > 10_000 ? -1 : 10_000);
    }

    private String last() {
        String all = drawn.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf('\r') + 1);
    }
}
