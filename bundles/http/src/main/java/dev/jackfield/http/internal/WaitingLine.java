package dev.jackfield.http.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls that wait for a slot: first come, first served, but those that are tried again come before all others. Anybody
 * may leave the line without a search, because whole crowds of calls are called off at once. <i>Loop-confined.</i>
 */
final class WaitingLine {
    private static final Set<Call> NOBODY = Collections.emptySet();

    // Made when somebody comes: at most origins nobody ever waits.
    private Set<Call> again = NOBODY;
    private Set<Call> line = NOBODY;

    boolean isEmpty() {
        return line.isEmpty() && again.isEmpty();
    }

    void add(Call call) {
        line = with(call, line);
    }

    void addAgain(Call call) {
        again = with(call, again);
    }

    /** Whose turn it is; the line must not be empty. */
    Call first() {
        Iterator<Call> iterator = (again.isEmpty() ? line : again).iterator();
        return iterator.next();
    }

    /** Returns false if the call was not in the line. */
    boolean remove(Call call) {
        return line.remove(call) || again.remove(call);
    }

    /** Everybody, in the order in which they would be served. */
    List<Call> all() {
        List<Call> all = new ArrayList<>(again);
        all.addAll(line);
        return all;
    }

    private static Set<Call> with(Call call, Set<Call> waiting) {
        Set<Call> all = waiting == NOBODY ? new LinkedHashSet<>(4) : waiting;
        all.add(call);
        return all;
    }
}
