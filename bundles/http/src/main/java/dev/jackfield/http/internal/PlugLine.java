package dev.jackfield.http.internal;

import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls that wait, each for a while, until what their routes name is plugged in. <i>Loop-confined.</i> */
final class PlugLine {
    private final Loop loop;
    private final PatchCache patches;
    private final Consumer<Call> givenUp;
    /** Made when somebody comes. */
    private Map<Call, Waiting> line = Collections.emptyMap();

    private static final class Waiting {
        final Guard patience;
        final long since;
        UnpluggedException missing;

        Waiting(Guard patience, long since, UnpluggedException missing) {
            this.patience = patience;
            this.since = since;
            this.missing = missing;
        }
    }

    /** Tells {@code givenUp} of a call whose patience is over, once it has left the line and before it fails. */
    PlugLine(Loop loop, PatchCache patches, Consumer<Call> givenUp) {
        this.loop = loop;
        this.patches = patches;
        this.givenUp = givenUp;
    }

    boolean isEmpty() {
        return line.isEmpty();
    }

    /** @param patience for how long, but no longer than the call's limit on connecting lets it */
    void add(Call call, UnpluggedException missing, Duration patience) {
        if (line.isEmpty()) {
            line = new LinkedHashMap<>(4);
        }
        Duration connect = call.timeouts().connect();
        Duration left = call.onDetour().leftOf(connect);
        Guard guard = connect.isZero() || left.compareTo(patience) > 0
                ? loop.after(patience, () -> giveUp(call, PlugLine::failure))
                : loop.after(left, () -> giveUp(call, still -> late(call, connect, still)));
        line.put(call, new Waiting(guard, loop.nanoTime(), missing));
    }

    /** Returns false if the call was not in the line. */
    boolean remove(Call call) {
        Waiting waiting = line.remove(call);
        if (waiting != null) {
            waiting.patience.close();
            call.onDetour().waited(loop.nanoTime() - waiting.since);
        }
        return waiting != null;
    }

    List<Call> all() {
        return new ArrayList<>(line.keySet());
    }

    /** Takes those out that need not wait any longer. The others keep their patience, and may miss something else now. */
    List<Call> takeServed() {
        List<Call> served = new ArrayList<>();
        // What is looked up is foreign code, and may call off or send something meanwhile.
        new LinkedHashMap<>(line).forEach((call, waiting) -> {
            try {
                patches.patch(call.prepared().wish());
                served.add(call);
            } catch (UnpluggedException still) {
                waiting.missing = still;
            } catch (RuntimeException | Error itsOwnTrouble) {
                served.add(call);
            }
        });
        served.removeIf(call -> !remove(call));
        return served;
    }

    /** What is said of something that is missing. */
    static HttpFailure failure(UnpluggedException missing) {
        return new HttpFailure(Phase.CONNECT, missing.getMessage(), missing);
    }

    private static HttpFailure late(Call call, Duration limit, UnpluggedException missing) {
        String message =
                "Expected a connection to " + call.prepared().parsedUrl().authority() + " within " + Spans.show(limit)
                        + ", got none; it waited for this: " + missing.getMessage();
        return new HttpFailure(Phase.CONNECT, message, new TimeoutException(message).initCause(missing));
    }

    private void giveUp(Call call, Function<UnpluggedException, HttpFailure> failure) {
        UnpluggedException missing = line.get(call).missing;
        remove(call);
        givenUp.accept(call);
        call.fail(failure.apply(missing));
    }
}
