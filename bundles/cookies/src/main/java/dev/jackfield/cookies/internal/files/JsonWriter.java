package dev.jackfield.cookies.internal.files;

import java.math.BigDecimal;
import java.util.Map;

/** Writes plain maps as JSON (RFC 8259) in ASCII: a line for each host, path and name. */
public final class JsonWriter {
    /** What stands before the members of a map, by how deep it is in others. */
    private static final String[] BEFORE = {"\n", "\n", "\n  ", ""};

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /** Of maps, texts, numbers and nulls. */
    public static String write(Map<?, ?> jar) {
        JsonWriter writer = new JsonWriter();
        writer.members(jar, 0);
        return writer.text.append('\n').toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> members) {
            members(members, depth);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value == null || value instanceof Number) {
            text.append(value);
        } else {
            quoted(value.toString());
        }
    }

    private void members(Map<?, ?> members, int depth) {
        String before = BEFORE[Math.min(depth, BEFORE.length - 1)];
        String comma = before;
        text.append('{');
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(comma);
            comma = before.isEmpty() ? ", " : "," + before;
            quoted(member.getKey().toString());
            text.append(": ");
            value(member.getValue(), depth + 1);
        }
        text.append(depth == 0 ? "\n}" : "}");
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
