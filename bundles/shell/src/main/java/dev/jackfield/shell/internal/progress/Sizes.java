package dev.jackfield.shell.internal.progress;

import java.util.Locale;

/** Numbers of octets, and of seconds, for people to read. */
public final class Sizes {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final int STEP = 1024;

    private Sizes() {}

    /** For example {@code 17 B}, {@code 1.5 MiB}, {@code 100 GiB}. */
    public static String text(double octets) {
        double shown = octets;
        int unit = 0;
        // So that nothing rounds up to 1024 of a unit.
        while (shown >= STEP - 0.5 && unit < UNITS.length - 1) {
            shown /= STEP;
            unit++;
        }
        String format = unit == 0 || shown >= 99.95 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, shown, UNITS[unit]);
    }

    /** For example {@code 0:07}, {@code 12:34}, {@code 1:02:03}. */
    static String clock(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60);
    }
}
