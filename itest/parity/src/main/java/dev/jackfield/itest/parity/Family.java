package dev.jackfield.itest.parity;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.Set;

/** Vectors that belong together, and the code of ours that they are about. Called by one thread at a time. */
public interface Family extends AutoCloseable {

    /** The functions, or schemas, that this family answers for. */
    Set<String> names();

    /**
     * What our code answers, in the form of the vectors.
     *
     * @throws IllegalArgumentException if our code refuses the input
     * @throws Exception if our code fails in a way that it must not
     */
    JsonElement answer(Vector vector) throws Exception;

    /** What the answer must be. */
    default Expectation expectation(Vector vector) {
        return Expectation.of(vector);
    }

    /** Whether it is about anything that we have: a source may be about more. */
    default boolean concerns(Vector vector) {
        return true;
    }

    /** Why we think it wrong, by a rule that holds for many of them, and what is right then; empty if by none. */
    default Optional<Objection> contested(Vector vector) {
        return Optional.empty();
    }

    /**
     * What we have against many vectors at once.
     *
     * @param why the rule
     * @param instead what the answer must be by that rule
     */
    record Objection(String why, Expectation instead) {}

    /** Lets go of what the answers needed. */
    @Override
    default void close() {}
}
