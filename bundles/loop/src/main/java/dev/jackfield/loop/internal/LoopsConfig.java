package dev.jackfield.loop.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the configuration of the loops says. */
final class LoopsConfig {
    private static final String COUNT = "count";
    /** What OSGi, its administrators and Declarative Services add for themselves. */
    private static final List<String> FOREIGN_BEGINNINGS =
            List.of("service.", "component.", "felix.", "event.", "osgi.", "org.apache.");

    private static final List<String> FOREIGN_ENDINGS = List.of(".target", ".cardinality.minimum");

    private LoopsConfig() {}

    /**
     * How many loops.
     *
     * @return nothing for the default
     * @throws IllegalArgumentException if there are keys that mean nothing, or the number is none, or none that will do
     */
    static OptionalInt count(Map<String, Object> config, int most) {
        for (String key : config.keySet()) {
            if (!key.equals(COUNT)
                    && FOREIGN_BEGINNINGS.stream().noneMatch(key::startsWith)
                    && FOREIGN_ENDINGS.stream().noneMatch(key::endsWith)) {
                throw new IllegalArgumentException("expected no key but \"" + COUNT + "\", got \"" + key + "\"");
            }
        }
        int count = number(one(config.getOrDefault(COUNT, 0)), most);
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** Forms and files often make an array of one. */
    private static Object one(Object value) {
        return value.getClass().isArray() && Array.getLength(value) == 1 ? Array.get(value, 0) : value;
    }

    /** Also as text, as some administrators have nothing else. */
    private static int number(Object value, int most) {
        try {
            int number = new BigDecimal(value.toString().strip()).intValueExact();
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(
                "expected a " + COUNT + " from 1 to " + most + ", or 0 for the default, got \"" + value + "\"");
    }
}
