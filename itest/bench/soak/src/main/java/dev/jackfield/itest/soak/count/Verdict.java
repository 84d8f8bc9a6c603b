package dev.jackfield.itest.soak.count;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of some requests. <i>Immutable.</i>
 *
 * @param requests that began
 * @param excused that ended with 599 because the framework was stopped
 * @param lost that failed, or did not end, or ended well though the origin had not seen them
 * @param doubled that the origin saw more than once, or nobody had sent, or that ended twice
 * @param reasons for the first few
 */
public record Verdict(long requests, long excused, long lost, long doubled, List<String> reasons) {
    /** Nothing at all. */
    public static final Verdict NONE = new Verdict(0, 0, 0, 0, List.of());

    /** Both together. */
    public Verdict plus(Verdict other) {
        return new Verdict(
                requests + other.requests,
                excused + other.excused,
                lost + other.lost,
                doubled + other.doubled,
                Stream.concat(reasons.stream(), other.reasons.stream()).toList());
    }
}
