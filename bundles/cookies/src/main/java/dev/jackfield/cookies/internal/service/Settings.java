package dev.jackfield.cookies.internal.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a configuration, whatever types the administrator gave them. Errors name the key. */
record Settings(Map<String, Object> map) {
    /** What OSGi, its administrators and Declarative Services add for themselves; the name is on the component. */
    private static final List<String> FOREIGN_BEGINNINGS =
            List.of("service.", "component.", "felix.", "event.", "osgi.", "org.apache.", "jackfield.name");

    private static final int MOST_SHOWN = 80;

    void checkKeys(Set<String> known) {
        for (String key : map.keySet()) {
            if (!known.contains(key) && FOREIGN_BEGINNINGS.stream().noneMatch(key::startsWith)) {
                throw new IllegalArgumentException(
                        "Expected keys of " + known.stream().sorted().toList() + ", got " + shown(key));
            }
        }
    }

    int number(String key, int least, int otherwise) {
        Object value = map.getOrDefault(key, otherwise);
        try {
            int number = new BigDecimal(value.toString().strip()).intValueExact();
            if (number >= least) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong(key, "a whole number from " + least + " to " + Integer.MAX_VALUE, value);
    }

    boolean flag(String key, boolean otherwise) {
        return choice(key, Boolean.toString(otherwise), Map.of("true", true, "false", false));
    }

    String text(String key) {
        Object value = map.getOrDefault(key, "");
        if (!(value instanceof String text)) {
            throw wrong(key, "a text", value);
        }
        return text;
    }

    <T> T choice(String key, String otherwise, Map<String, T> choices) {
        Object value = map.getOrDefault(key, otherwise);
        T choice = choices.get(value.toString().strip());
        if (choice == null) {
            throw wrong(
                    key, String.join(" or ", choices.keySet().stream().sorted().toList()), value);
        }
        return choice;
    }

    private static IllegalArgumentException wrong(String key, String expected, Object value) {
        return new IllegalArgumentException(key + ": expected " + expected + ", got " + shown(value.toString()));
    }

    private static String shown(String text) {
        String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
        return '"' + cut.replaceAll("[^ -~]", "?") + '"';
    }
}
