package dev.jackfield.resolver;

import dev.jackfield.loop.Loop;
import java.util.Objects;

/**
 * A question to a {@link Resolver}. <i>Immutable.</i>
 *
 * @param host a name or a literal address, without brackets
 * @param family which addresses are wanted
 * @param loop where the answer is wanted
 */
public record Query(String host, Family family, Loop loop) {
    /** Checks for nulls. */
    public Query {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(loop, "loop");
    }
}
