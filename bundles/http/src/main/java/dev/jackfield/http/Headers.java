package dev.jackfield.http;

import dev.jackfield.http.internal.message.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Header fields, or trailer fields, in their order; names are compared without regard to case (RFC 9110 section 5).
 *
 * <p>The fields of a response stay the octets that came from the wire, as ISO-8859-1, until somebody asks for them.
 *
 * <p><i>Immutable.</i>
 */
@ProviderType
public interface Headers {

    /**
     * No fields.
     *
     * @return always the same
     */
    static Headers empty() {
        return Fields.EMPTY;
    }

    /**
     * Some fields.
     *
     * @param namesAndValues in turn
     * @return the fields
     * @throws IllegalArgumentException if a name is no token, a value has controls, or one of a pair is missing
     */
    static Headers of(String... namesAndValues) {
        return Fields.of(namesAndValues);
    }

    /**
     * How many fields there are; a name that occurs twice counts twice.
     *
     * @return 0 or more
     */
    int size();

    /**
     * The name of a field, as it was written.
     *
     * @param index from 0
     * @return a token
     */
    String name(int index);

    /**
     * The value of a field, without surrounding blanks.
     *
     * @param index from 0
     * @return maybe empty
     */
    String value(int index);

    /**
     * Tells whether a field is there.
     *
     * @param name in any case
     * @return true if it occurs
     */
    default boolean has(String name) {
        return first(name).isPresent();
    }

    /**
     * The first value of a field.
     *
     * @param name in any case
     * @return the value
     */
    Optional<String> first(String name);

    /**
     * All values of a field, one for each line it occurs in.
     *
     * @param name in any case
     * @return in their order
     */
    List<String> all(String name);

    /**
     * All values of a field joined by commas, as list-valued fields may be (RFC 9110 section 5.2).
     *
     * @param name in any case; not Set-Cookie, whose values must not be joined
     * @return the values, if there is one
     * @throws IllegalArgumentException for Set-Cookie
     */
    Optional<String> joined(String name);

    /**
     * Shows all fields.
     *
     * @param each gets name and value
     */
    default void forEach(BiConsumer<? super String, ? super String> each) {
        for (int i = 0; i < size(); i++) {
            each.accept(name(i), value(i));
        }
    }
}
