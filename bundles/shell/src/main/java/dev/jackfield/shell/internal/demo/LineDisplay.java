package dev.jackfield.shell.internal.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A plain line each half second: for pipes and logs. */
public final class LineDisplay implements Display {
    private static final int CURVE = 20;

    private final PrintStream out;
    private final Glyphs glyphs;

    /**
     * A display.
     *
     * @param out where to print
     * @param charset what it can print
     */
    public LineDisplay(PrintStream out, Charset charset) {
        this.out = out;
        this.glyphs = new Glyphs(charset);
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void open(String title) {
        out.println(title);
        out.printf(
                Locale.ROOT,
                "%8s %10s %10s %-" + CURVE + "s  %-34s %5s %6s %7s%n",
                "elapsed",
                "requests",
                "per second",
                "",
                "swapped last",
                "swaps",
                "lost",
                "doubled");
    }

    @Override
    public void show(Score score) {
        List<Double> rates = score.rates();
        String curve = glyphs.spark(rates.subList(Math.max(0, rates.size() - CURVE), rates.size()));
        out.printf(
                Locale.ROOT,
                "%6.1f s %10d %10.0f %-" + CURVE + "s  %-34s %5d %6d %7d%n",
                score.elapsed(),
                score.requests(),
                score.rate(),
                curve,
                score.last().what() + ": " + score.last().now(),
                score.swaps(),
                score.lost(),
                score.doubled());
    }
}
