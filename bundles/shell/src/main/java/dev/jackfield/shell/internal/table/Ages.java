package dev.jackfield.shell.internal.table;

import java.time.Duration;

/** Lengths of time as far as they matter to people. */
final class Ages {
    private Ages() {}

    /** In the largest unit of which there is at least one, cut off. */
    static String text(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        if (age.toMinutes() > 0) {
            return age.toMinutes() + " min";
        }
        return age.toSeconds() > 0 ? age.toSeconds() + " s" : Math.max(age.toMillis(), 0) + " ms";
    }
}
