package dev.jackfield.itest.soak.quiet;

import java.util.List;

/**
 * How much of something was held at two quiet points. <i>Immutable.</i>
 *
 * @param name of what
 * @param before at the first
 * @param after at the second
 * @param tolerance how much more is no leak
 * @param came what is there now and was not before, as far as it has names
 */
public record Held(String name, long before, long after, long tolerance, List<String> came) {
    /** How much too much there is; 0 if there is not. */
    public long leaked() {
        return Math.max(0, after - before - tolerance);
    }
}
