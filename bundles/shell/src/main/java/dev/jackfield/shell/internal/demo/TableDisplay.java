package dev.jackfield.shell.internal.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table that is redrawn in place, with colours: for terminals. */
public final class TableDisplay implements Display {
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RESET = "\u001b[0m";
    private static final String TO_END_OF_LINE = "\u001b[K";
    private static final List<String> COLOURS = List.of("\u001b[36m", "\u001b[35m", "\u001b[34m");
    private static final String GOOD = "\u001b[32m";
    private static final String BAD = "\u001b[31m";
    private static final int BAR = 30;

    private final PrintStream out;
    private final Glyphs glyphs;
    private int drawn;

    /**
     * A display.
     *
     * @param out a terminal that knows ANSI sequences
     * @param charset what it can show
     */
    public TableDisplay(PrintStream out, Charset charset) {
        this.out = out;
        this.glyphs = new Glyphs(charset);
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(100);
    }

    @Override
    public void open(String title) {
        out.println(BOLD + title + RESET);
        out.println();
    }

    @Override
    public void show(Score score) {
        List<String> lines = lines(score);
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('F');
        }
        lines.forEach(line -> text.append(line).append(TO_END_OF_LINE).append('\n'));
        drawn = lines.size();
        // In one piece, so that nobody ever sees half a table.
        out.print(text);
        out.flush();
    }

    private List<String> lines(Score score) {
        String time = String.format(Locale.ROOT, "%.1f of %.1f s", score.elapsed(), score.length());
        List<String> lines = new ArrayList<>();
        lines.add(line("elapsed", time, glyphs.bar(score.elapsed() / score.length(), BAR)));
        lines.add(line("requests", Long.toString(score.requests()), ""));
        lines.add(line(
                "per second",
                String.format(Locale.ROOT, "%.0f", score.rate()),
                COLOURS.get(score.swapped() % COLOURS.size()) + glyphs.spark(score.rates()) + RESET));
        lines.add(line("swaps", Long.toString(score.swaps()), ""));
        for (int i = 0; i < score.turns().size(); i++) {
            Turn turn = score.turns().get(i);
            lines.add(line("  " + turn.what(), Long.toString(turn.made()), jacks(turn, i == score.swapped())));
        }
        lines.add(line("lost", count(score.lost()), ""));
        lines.add(line("doubled", count(score.doubled()), ""));
        return lines;
    }

    private static String count(long bad) {
        return (bad == 0 ? GOOD : BAD) + String.format(Locale.ROOT, "%15d", bad) + RESET;
    }

    private String jacks(Turn turn, boolean last) {
        StringBuilder jacks = new StringBuilder();
        for (int i = 0; i < turn.sockets().size(); i++) {
            boolean inUse = i == turn.inUse();
            jacks.append(inUse ? (last ? BOLD : "") + COLOURS.get(i % COLOURS.size()) : DIM)
                    .append(glyphs.jack(inUse))
                    .append(' ')
                    .append(turn.sockets().get(i))
                    .append(RESET)
                    .append("   ");
        }
        return jacks.toString();
    }

    private static String line(String name, String value, String picture) {
        return String.format(Locale.ROOT, "  %-14s %15s   %s", name, value, picture);
    }
}
