package dev.jackfield.http.internal;

import dev.jackfield.connector.UnpluggedException;

/** Whether a connect failed because something was missing below what it was made by, which shows only then. */
final class UnpluggedBelow {
    /** Failures are foreign, and their causes may go round in a circle. */
    private static final int DEEPEST = 64;

    private UnpluggedBelow() {}

    static boolean caused(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof UnpluggedException) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
