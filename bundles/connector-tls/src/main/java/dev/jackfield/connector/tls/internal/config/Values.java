package dev.jackfield.connector.tls.internal.config;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values of a configuration, whatever types the administrator gave them. Errors name the key. */
record Values(Map<String, Object> map) {
    /** What OSGi and its administrators add. */
    private static final List<String> FOREIGN =
            List.of("service.", "component.", "event.", "felix.", "org.apache.", "osgi.");

    /**
     * Of a configuration. A key with a dot before it means the same, and is kept from whoever looks at properties, as is
     * usual for secrets: were it passed over, a server would go unchecked, too.
     */
    static Values of(Map<String, Object> config) {
        Map<String, Object> plain = new HashMap<>();
        config.forEach((key, value) -> {
            String name = key.startsWith(".") ? key.substring(1) : key;
            if (plain.put(name, value) != null) {
                throw new IllegalArgumentException("Expected a key with a dot before it or without, got both \"" + name
                        + "\" and \"." + name + "\"");
            }
        });
        return new Values(plain);
    }

    /** A misspelt key must not leave a server unchecked. */
    void checkKeys(Set<String> known) {
        for (String key : map.keySet()) {
            if (!known.contains(key) && FOREIGN.stream().noneMatch(key::startsWith)) {
                throw new IllegalArgumentException(
                        "Expected keys of " + known.stream().sorted().toList() + ", got \"" + key + "\"");
            }
        }
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    /** The empty text if there is none. */
    String text(String key) {
        return verbatim(key).strip();
    }

    /** As {@link #text}, but blanks at both ends belong to it. */
    String verbatim(String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    /** An array, a collection, or a text with commas. */
    List<String> texts(String key) {
        Object value = map.get(key);
        Stream<?> values;
        if (value instanceof Collection<?> several) {
            values = several.stream();
        } else if (value != null && value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int at = 0; at < Array.getLength(value); at++) {
                items.add(Array.get(value, at));
            }
            values = items.stream();
        } else {
            values = Stream.of(text(key).split(","));
        }
        return values.map(item -> item.toString().strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** As {@link #texts}, but there has to be one: nothing at all is more likely a mistake than a wish. */
    List<String> some(String key, String expected) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(key + ": expected " + expected + ", got none");
        }
        return texts;
    }

    boolean flag(String key) {
        return one(key, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    <T> T one(String key, String expected, Function<String, T> reader) {
        T value = null;
        try {
            value = reader.apply(text(key));
        } catch (NumberFormatException e) {
            // Told below, like every other value that is none.
        }
        if (value == null) {
            throw new IllegalArgumentException(key + ": expected " + expected + ", got \"" + text(key) + "\"");
        }
        return value;
    }
}
