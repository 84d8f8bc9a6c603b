package dev.jackfield.address.internal.idn;

import java.util.Arrays;

/** A growing row of code points: a {@link StringBuilder} without surrogates. */
public final class CodePoints {
    private int[] points;
    private int length;

    CodePoints(int capacity) {
        points = new int[capacity];
    }

    /** A surrogate without its other half stays what it is. */
    public static CodePoints of(String text) {
        CodePoints row = new CodePoints(text.length());
        row.append(text, 0, text.length());
        return row;
    }

    int length() {
        return length;
    }

    int get(int index) {
        return points[index];
    }

    void set(int index, int point) {
        points[index] = point;
    }

    void append(int point) {
        insert(length, point);
    }

    void append(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int point = text.codePointAt(i);
            append(point);
            i += Character.charCount(point);
        }
    }

    void insert(int index, int point) {
        if (length == points.length) {
            points = Arrays.copyOf(points, length * 2 + 8);
        }
        System.arraycopy(points, index, points, index + 1, length - index);
        points[index] = point;
        length++;
    }

    void truncate(int newLength) {
        length = newLength;
    }

    CodePoints slice(int from, int to) {
        CodePoints part = new CodePoints(0);
        part.points = Arrays.copyOfRange(points, from, to);
        part.length = to - from;
        return part;
    }

    boolean startsWith(String ascii) {
        if (length < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (points[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (points[i] > 0x7F) {
                return false;
            }
        }
        return true;
    }

    boolean sameAs(CodePoints other) {
        return Arrays.equals(points, 0, length, other.points, 0, other.length);
    }

    @Override
    public String toString() {
        return new String(points, 0, length);
    }
}
