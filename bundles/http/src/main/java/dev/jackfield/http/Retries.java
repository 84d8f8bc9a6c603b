package dev.jackfield.http;

import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;

/**
 * How often something is tried again, and after which pauses. <i>Immutable.</i>
 *
 * <p>Each pause is twice as long as the one before, up to the longest. A server that asks for a longer one by Retry-After
 * (RFC 9110 section 10.2.3) gets it, up to the longest likewise.
 *
 * @param most how often, beside the first attempt, from 0
 * @param first the pause before the second attempt; zero or more
 * @param longest no pause is longer; zero or more
 */
public record Retries(int most, Duration first, Duration longest) {
    /** Nothing is tried again. */
    public static final Retries NONE = new Retries(0, Duration.ZERO, Duration.ZERO);

    /** Checks the ranges. */
    public Retries {
        if (most < 0) {
            throw new IllegalArgumentException("most: expected at least 0, got " + most);
        }
        first = Spans.zeroOrMore("first", first);
        longest = Spans.zeroOrMore("longest", longest);
    }

    /**
     * Pauses of 1 s, 2 s, 4 s and so on, up to 10 minutes, as curl makes them.
     *
     * @param most how often, beside the first attempt, from 0
     * @return the habit
     */
    public static Retries of(int most) {
        return new Retries(most, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    /**
     * How long to wait.
     *
     * @param retry which one, from 1
     * @return the pause before it, if no server asks for a longer one
     */
    public Duration pause(int retry) {
        if (retry < 1) {
            throw new IllegalArgumentException("retry: expected at least 1, got " + retry);
        }
        Duration pause = first;
        for (int i = 1; i < retry && pause.compareTo(longest) < 0 && !pause.isZero(); i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
