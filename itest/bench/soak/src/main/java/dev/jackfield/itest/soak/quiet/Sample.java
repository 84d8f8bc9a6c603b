package dev.jackfield.itest.soak.quiet;

import java.util.ArrayList;
import java.util.List;

/**
 * How much there is of something, and what it is, if it can be named. <i>Immutable.</i>
 *
 * @param count of all
 * @param names of each, or none
 */
record Sample(long count, List<String> names) {
    static final Sample NOTHING = new Sample(0, List.of());

    static Sample of(List<String> names) {
        return new Sample(names.size(), List.copyOf(names));
    }

    /** What has come since; a name twice if there is one more of it twice. */
    List<String> since(Sample before) {
        List<String> more = new ArrayList<>(names);
        before.names().forEach(more::remove);
        return more;
    }
}
