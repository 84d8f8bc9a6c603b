package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import java.time.Duration;

/**
 * What a call that tries to connect has been through, because nothing was plugged in or because what it connected by went
 * out of use meanwhile. However often that happens, the call's limits hold over all of it, and nobody keeps it busy for ever.
 *
 * <p><i>Loop-confined</i> to the lane of its call.
 */
final class Detour {
    /** After how many connects that fail by what is not in use any more the next such failure is the call's. */
    static final int MOST_FAILURES = 16;
    /** How many connects are begun anew without a rest. */
    static final int AT_ONCE = 3;

    private static final Duration FIRST_REST = Duration.ofMillis(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private int begun;
    private int failures;
    private int furthest;
    private long spent;
    private long silent;
    private Duration rest = FIRST_REST;

    /** It has waited until something was plugged in. */
    void waited(long nanos) {
        spent += nanos;
    }

    /**
     * A connect has ended that is to be begun anew.
     *
     * @param nanos how long it took
     * @param steps how far it got
     * @param quiet for how long it got no further, in nanoseconds
     */
    void connected(long nanos, int steps, long quiet) {
        spent += nanos;
        if (goesFurther(steps)) {
            furthest = steps;
            silent = quiet;
        } else {
            silent += nanos;
        }
    }

    /** Whether that is progress: what an earlier connect had got through already is none. */
    boolean goesFurther(int steps) {
        return steps > furthest;
    }

    /** Another one has failed by what is not in use. Returns false if that was one too many. */
    boolean outlivesFailure() {
        return failures++ < MOST_FAILURES;
    }

    /**
     * One is begun anew: after which rest.
     *
     * @param limit on all the time that it tries to connect; zero for none
     */
    Duration rest(Duration limit) {
        if (++begun <= AT_ONCE) {
            return Duration.ZERO;
        }
        Duration left = leftOf(limit);
        Duration now = limit.isZero() || rest.compareTo(left) < 0 ? rest : left;
        Duration longer = rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
        spent += now.toNanos();
        silent += now.toNanos();
        return now;
    }

    /** What is left of a limit on all the time that it tries to connect. */
    Duration leftOf(Duration limit) {
        Duration left = limit.minusNanos(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** For how long it has not got on, in nanoseconds. */
    long silent() {
        return silent;
    }

    /** What there is to be said of it at the end of a message. */
    String told() {
        return begun == 0
                ? ""
                : "; connecting was begun anew " + (begun == 1 ? "once" : begun + " times")
                        + ", as what it was done by went out of use";
    }

    /** The same with that said. */
    HttpFailure told(HttpFailure failure) {
        return begun == 0
                ? failure
                : new HttpFailure(failure.phase(), failure.getMessage() + told(), failure.getCause());
    }
}
