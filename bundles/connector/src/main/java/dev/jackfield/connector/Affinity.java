package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.Very;
import java.util.List;
import java.util.stream.Stream;

/**
 * With whom an attempt may share what is remembered of connections, such as the sessions of TLS: with attempts whose
 * affinity is equal, and nobody else. Whoever is on the other side could tell otherwise that two connections are of one
 * caller, which is just what other routes and sessions are taken for.
 *
 * <p><i>Immutable.</i>
 */
public final class Affinity {
    private static final Affinity NONE = new Affinity(List.of());

    private final List<Object> parts;

    private Affinity(List<Object> parts) {
        this.parts = parts;
    }

    /**
     * With all who want nothing in particular.
     *
     * @return always the same
     */
    public static Affinity none() {
        return NONE;
    }

    /**
     * An affinity with fewer: those that also bring an equal part.
     *
     * @param part immutable, and free of what belongs to somebody's bundle, for it may be remembered for long
     * @return the new affinity
     */
    public Affinity with(Object part) {
        return new Affinity(Stream.concat(parts.stream(), Stream.of(Given.of(part, "a part")))
                .toList());
    }

    /**
     * An affinity with fewer: those that also bring this very object. It is not kept alive.
     *
     * @param object whatever it takes for equal
     * @return the new affinity
     */
    public Affinity withVery(Object object) {
        return with(new Very(Given.of(object, "an object")));
    }

    /**
     * Whether nobody will ever have an equal one again, as one of its {@linkplain #withVery very objects} is gone. Then what
     * is remembered under it may be forgotten.
     *
     * @return false as long as somebody may
     */
    public boolean lost() {
        return parts.stream().anyMatch(part -> part instanceof Very very && very.gone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Affinity affinity && parts.equals(affinity.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** How many parts there are; what they are may be nobody's business. */
    @Override
    public String toString() {
        return "Affinity[of " + parts.size() + " parts]";
    }
}
