package dev.jackfield.cookies.internal.files;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sees plain maps as if they had been read from JSON. */
final class PlainMaps {
    /** A jar, paths, names, attributes and those of a twin. What is deeper is looked at by nobody, and may have no end. */
    private static final int MOST_DEPTH = 5;

    private PlainMaps() {}

    static Json json(Object value) {
        return json(value, 0);
    }

    private static Json json(Object value, int depth) {
        if (value instanceof Map<?, ?> map && depth < MOST_DEPTH) {
            Map<String, Json> members = new LinkedHashMap<>();
            map.forEach((name, inner) -> members.put(String.valueOf(name), json(inner, depth + 1)));
            return new Json.Members(0, members);
        }
        if (value instanceof CharSequence) {
            return new Json.Text(0, value.toString());
        }
        if (value instanceof Number) {
            return new Json.Number(0, value.toString());
        }
        if (value == null || value instanceof Boolean) {
            return new Json.Word(0, String.valueOf(value));
        }
        return new Json.Items(0);
    }
}
