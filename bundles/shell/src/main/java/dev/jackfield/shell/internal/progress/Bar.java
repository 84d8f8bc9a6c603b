package dev.jackfield.shell.internal.progress;

import java.util.Locale;

/** One line that tells how far something is. */
final class Bar {
    /** So that it stands in a terminal of 80 columns, beside a cursor. */
    static final int WIDTH = 79;

    private static final int CELLS = 20;

    private Bar() {}

    /**
     * The line.
     *
     * @param total -1 if nobody knows
     * @param rate octets per second
     */
    static String text(long octets, long total, double rate) {
        String speed = Sizes.text(rate) + "/s";
        if (total < 0) {
            return padded(Sizes.text(octets) + "  " + speed);
        }
        long percent = total == 0 ? 100 : (long) (octets * 100.0 / total);
        int full = (int) (percent * CELLS / 100);
        String cells = "=".repeat(full) + (full < CELLS ? ">" + " ".repeat(CELLS - full - 1) : "");
        String rest =
                octets < total && rate > 0 ? "  ETA " + Sizes.clock((long) Math.ceil((total - octets) / rate)) : "";
        return padded(String.format(
                Locale.ROOT,
                "%3d%% [%s] %s of %s  %s%s",
                percent,
                cells,
                Sizes.text(octets),
                Sizes.text(total),
                speed,
                rest));
    }

    /** What was there before is longer at times. */
    private static String padded(String text) {
        return text.length() < WIDTH ? text + " ".repeat(WIDTH - text.length()) : text.substring(0, WIDTH);
    }
}
