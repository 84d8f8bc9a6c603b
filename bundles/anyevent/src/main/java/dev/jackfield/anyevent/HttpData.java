package dev.jackfield.anyevent;

import dev.jackfield.connector.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The seed's {@code $data}: what came with a response. <i>Immutable</i>, but a handle belongs to a loop. */
public sealed interface HttpData {

    /**
     * The body.
     *
     * @param octets not copied; of length 0 if there is none, or if {@code on_body} got it
     */
    record Body(byte[] octets) implements HttpData {
        /** Checks for nulls. */
        public Body {
            Objects.requireNonNull(octets, "octets");
        }
    }

    /**
     * The connection, as {@code want_body_handle} wants it.
     *
     * @param fh belongs to whoever gets it, and has to be closed; what was read behind the head already comes first
     */
    record Handle(Wire fh) implements HttpData {
        /** Checks for nulls. */
        public Handle {
            Objects.requireNonNull(fh, "fh");
        }
    }

    /** The seed's {@code undef}: there was an error. */
    record Undef() implements HttpData {}

    /**
     * The seed's {@code defined $data}.
     *
     * @return false if there was an error
     */
    default boolean defined() {
        return !(this instanceof Undef);
    }

    /**
     * The body, where there has to be one.
     *
     * @return its octets
     * @throws IllegalStateException if this is something else
     */
    default byte[] octets() {
        throw new IllegalStateException("Expected a body, got "
                + (this instanceof Handle ? "a handle" : "nothing, for there was an error that the headers tell"));
    }

    /**
     * The body, where there has to be one, as text.
     *
     * @return one character for each octet, as in the seed
     * @throws IllegalStateException if this is something else
     */
    default String text() {
        return new String(octets(), StandardCharsets.ISO_8859_1);
    }
}
