package dev.jackfield.http.internal.message;

import dev.jackfield.http.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fields as one array of octets and the places in it where names and values begin and end, so that a response costs no
 * string before somebody asks for one.
 */
public final class Fields implements Headers {
    /** No fields at all. */
    public static final Fields EMPTY = new Fields(new byte[0], new int[0], 0);

    private static final int MARKS = 4;

    private final byte[] octets;
    private final int[] marks;
    private final int size;

    /**
     * @param octets not copied
     * @param marks for each field: begin and end of the name, begin and end of the value; not copied
     * @param size how many fields
     */
    Fields(byte[] octets, int[] marks, int size) {
        this.octets = octets;
        this.marks = marks;
        this.size = size;
    }

    /** Checked fields from text. */
    public static Fields of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Expected names and values in turn, got " + namesAndValues.length + " texts");
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int[] marks = new int[namesAndValues.length * 2];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = checkedName(namesAndValues[i]);
            String value = checkedValue(name, namesAndValues[i + 1]);
            marks[i * 2] = octets.size();
            octets.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            marks[i * 2 + 1] = octets.size();
            marks[i * 2 + 2] = octets.size();
            octets.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
            marks[i * 2 + 3] = octets.size();
        }
        return new Fields(octets.toByteArray(), marks, namesAndValues.length / 2);
    }

    static String checkedName(String name) {
        if (!Chars.isToken(name)) {
            throw new IllegalArgumentException(
                    "Expected a field name of token characters (RFC 9110 section 5.1), got \"" + shown(name) + "\"");
        }
        return name;
    }

    static String checkedValue(String name, String value) {
        String trimmed = Chars.trim(value);
        if (!Chars.isFieldValue(trimmed)) {
            throw new IllegalArgumentException("Expected a value without line breaks and other controls for the field "
                    + name + ", got \"" + shown(trimmed) + "\"");
        }
        return trimmed;
    }

    /** The same fields and one more. */
    Fields with(String name, String value) {
        String[] all = Arrays.copyOf(texts(), size * 2 + 2);
        all[size * 2] = name;
        all[size * 2 + 1] = value;
        return of(all);
    }

    /** The same fields but those of one name. */
    Fields without(String name) {
        return only(other -> !other.equalsIgnoreCase(name));
    }

    /** Those of the fields whose names are wanted. */
    Fields only(Predicate<String> wanted) {
        List<String> kept = new ArrayList<>();
        forEach((name, value) -> {
            if (wanted.test(name)) {
                kept.add(name);
                kept.add(value);
            }
        });
        return of(kept.toArray(new String[0]));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String name(int index) {
        return text(index, 0);
    }

    @Override
    public String value(int index) {
        return text(index, 2);
    }

    @Override
    public Optional<String> first(String name) {
        for (int i = 0; i < size; i++) {
            if (isNamed(i, name)) {
                return Optional.of(value(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (isNamed(i, name)) {
                values.add(value(i));
            }
        }
        return List.copyOf(values);
    }

    @Override
    public Optional<String> joined(String name) {
        if (name.equalsIgnoreCase("set-cookie")) {
            throw new IllegalArgumentException("Set-Cookie values must not be joined (RFC 9110 section 5.3)");
        }
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private boolean isNamed(int index, String name) {
        int begin = marks[index * MARKS];
        int length = marks[index * MARKS + 1] - begin;
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Chars.lower(octets[begin + i]) != Chars.lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String text(int index, int from) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Expected a field index below " + size + ", got " + index);
        }
        int begin = marks[index * MARKS + from];
        return new String(octets, begin, marks[index * MARKS + from + 1] - begin, StandardCharsets.ISO_8859_1);
    }

    private String[] texts() {
        String[] all = new String[size * 2];
        for (int i = 0; i < size; i++) {
            all[i * 2] = name(i);
            all[i * 2 + 1] = value(i);
        }
        return all;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(80).forEach(c -> {
            if (c >= 0x20 && c < 0x7F) {
                shown.append((char) c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }
}
