package dev.jackfield.http.internal;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Calls that rest before they connect anew. <i>Loop-confined.</i> */
final class Rests {
    private final Loop loop;
    private final Consumer<Call> rested;
    /** Made when somebody comes. */
    private Map<Call, Guard> resting = Collections.emptyMap();

    /** Tells {@code rested} of a call that has left. */
    Rests(Loop loop, Consumer<Call> rested) {
        this.loop = loop;
        this.rested = rested;
    }

    boolean isEmpty() {
        return resting.isEmpty();
    }

    void add(Call call, Duration rest) {
        if (resting.isEmpty()) {
            resting = new LinkedHashMap<>(4);
        }
        resting.put(call, loop.after(rest, () -> {
            resting.remove(call);
            rested.accept(call);
        }));
    }

    /** Returns false if the call did not rest. */
    boolean remove(Call call) {
        Guard rest = resting.remove(call);
        if (rest != null) {
            rest.close();
        }
        return rest != null;
    }

    List<Call> all() {
        return new ArrayList<>(resting.keySet());
    }
}
