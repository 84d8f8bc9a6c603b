package dev.jackfield.http.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            List.of("service.", "component.", "felix.", "event.", "osgi.", "org.apache.");

    private static final List<String> FOREIGN_ENDINGS = List.of(".target", ".cardinality.minimum");

    private static final Map<String, Boolean> FLAGS = words(Map.entry("true", true), Map.entry("false", false));

    /**
     * Of a configuration. Declarative Services shows all of it to everybody as properties of the service, but for keys with
     * a dot before them; so each key may have one.
     */
    static Settings of(Map<String, Object> config) {
        Map<String, Object> plain = new HashMap<>();
        config.forEach((key, value) -> {
            String name = key.startsWith(".") ? key.substring(1) : key;
            if (plain.put(name, value) != null) {
                throw new IllegalArgumentException("Expected a key with a dot before it or without, got both \"" + name
                        + "\" and \"." + name + "\"");
            }
        });
        return new Settings(plain);
    }

    /** For a choice; told in this order where it is none of them. */
    @SafeVarargs
    static <T> Map<String, T> words(Map.Entry<String, T>... words) {
        Map<String, T> inOrder = new LinkedHashMap<>();
        for (Map.Entry<String, T> word : words) {
            inOrder.put(word.getKey(), word.getValue());
        }
        return Collections.unmodifiableMap(inOrder);
    }

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
        return choice(key, otherwise, FLAGS);
    }

    /** One of a few words, which may be flags. */
    <T> T choice(String key, T otherwise, Map<String, T> words) {
        Object value = map.get(key);
        T choice = value == null ? otherwise : words.get(value.toString().strip());
        if (choice == null) {
            throw wrong(key, String.join(" or ", words.keySet()), value);
        }
        return choice;
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
