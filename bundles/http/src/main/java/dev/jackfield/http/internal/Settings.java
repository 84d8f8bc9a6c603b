package dev.jackfield.http.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a configuration, whatever types the administrator gave them. Errors name the key, and quote nothing that
 * could be a route: that may have a password in it.
 */
record Settings(Map<String, Object> map) {
    /** What OSGi, its administrators and Declarative Services add for themselves. */
    private static final List<String> FOREIGN_BEGINNINGS =
            List.of("service.", "component.", "felix.", "event.", "osgi.", "org.apache.", ".");

    private static final List<String> FOREIGN_ENDINGS = List.of(".target", ".cardinality.minimum");

    /** A misspelt key must not send anything another way. */
    void checkKeys(Set<String> known) {
        for (String key : map.keySet()) {
            if (!known.contains(key)
                    && FOREIGN_BEGINNINGS.stream().noneMatch(key::startsWith)
                    && FOREIGN_ENDINGS.stream().noneMatch(key::endsWith)) {
                throw new IllegalArgumentException(
                        "Expected keys of " + known.stream().sorted().toList() + ", got \"" + key + "\"");
            }
        }
    }

    /** A whole number, also as text. */
    long number(String key, long least, long most, long otherwise) {
        Object value = map.getOrDefault(key, otherwise);
        try {
            long number = new BigDecimal(value.toString().strip()).longValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong(key, "a whole number from " + least + " to " + most, value);
    }

    /** As {@link #number(String, long, long, long)}, for what there are never more than two thousand million of. */
    int number(String key, int least, int otherwise) {
        return (int) number(key, least, Integer.MAX_VALUE, otherwise);
    }

    /** True or false, also as text, and nothing that only looks like one of them. */
    boolean flag(String key, boolean otherwise) {
        Object value = map.getOrDefault(key, otherwise);
        return switch (value.toString().strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, "true or false", value);
        };
    }

    /** One text, and what it says. */
    <T> T text(String key, String otherwise, Function<String, T> reader) {
        Object value = map.getOrDefault(key, otherwise);
        if (!(value instanceof String text)) {
            throw wrong(key, "a text", value);
        }
        return naming(key, reader, text);
    }

    /** One text or several, as lines, and what they say. */
    <T> T lines(String key, Function<String, T> reader) {
        String lines = items(map.getOrDefault(key, ""))
                .map(item -> {
                    if (!(item instanceof String text)) {
                        throw wrong(key, "a list of texts", item);
                    }
                    return text;
                })
                .collect(Collectors.joining("\n"));
        return naming(key, reader, lines);
    }

    static <T, R> R naming(String key, Function<T, R> reader, T value) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static Stream<?> items(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream();
        }
        return value instanceof Object[] several ? Stream.of(several) : Stream.of(value);
    }

    private static IllegalArgumentException wrong(String key, String expected, Object value) {
        String text = value.toString();
        boolean harmless = text.matches("[-+.0-9A-Za-z]{0,20}");
        String got =
                harmless ? "\"" + text + "\"" : "another " + value.getClass().getSimpleName();
        return new IllegalArgumentException(key + ": expected " + expected + ", got " + got);
    }
}
