package dev.jackfield.http.internal.message;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines up to an empty one: field lines (RFC 9112 section 5), after a first line that {@link #firstLine} takes if
 * it wants one. Free of I/O; takes its input in pieces of any size, and no octet behind the empty line.
 *
 * <p>The octets are kept in one array, which then becomes the {@link Fields}: nothing is copied twice. The sizes of the
 * last section are the guess for the next.
 */
class FieldParser {
    private static final int FIRST_GUESS = 512;
    private static final int MARKS = 4;
    private static final int[] NO_MARKS = {};

    private final Phase phase;
    private int maxOctets;
    private int maxFields;
    private int guessedOctets = FIRST_GUESS;
    private int guessedFields = 12;
    private byte[] octets;
    private int length;
    private int lineStart;
    private int[] marks = NO_MARKS;
    private int fields;
    private boolean firstLineSeen;
    private boolean folded;

    FieldParser(Phase phase) {
        this.phase = phase;
    }

    /** Gets ready for a section. */
    void begin(int newMaxOctets, int newMaxFields) {
        maxOctets = newMaxOctets;
        maxFields = newMaxFields;
        octets = null;
        length = 0;
        lineStart = 0;
        fields = 0;
        folded = false;
        firstLineSeen = !wantsFirstLine();
    }

    boolean wantsFirstLine() {
        return false;
    }

    /** Takes the first line, without its end. Returns false if that was not it, and the next one may be. */
    boolean firstLine(byte[] line, int begin, int end) throws HttpFailure {
        throw new IllegalStateException("No first line was wanted");
    }

    /** Tells whether anything of the section has come. */
    boolean begun() {
        return length > 0;
    }

    /** How many octets have still to come at least: who takes no more at once takes none behind the empty line. */
    int least() {
        int inLine = length - lineStart;
        boolean mayBeEmpty = inLine == 0 || (inLine == 1 && octets[lineStart] == '\r');
        return firstLineSeen && mayBeEmpty ? 1 : 2;
    }

    /** How many octets of the section have come. */
    int length() {
        return length;
    }

    /** Takes octets up to the empty line. Returns true once it was there. */
    boolean feed(ByteBuffer in) throws HttpFailure {
        while (in.hasRemaining()) {
            if (octets == null) {
                octets = new byte[Math.min(guessedOctets, maxOctets)];
                marks = new int[guessedFields * MARKS];
            } else if (length == octets.length) {
                grow();
            }
            int begin = length;
            int end = begin + Math.min(in.remaining(), octets.length - begin);
            in.get(octets, begin, end - begin);
            for (int lf = Octets.indexOfLf(octets, begin, end); lf < end; lf = Octets.indexOfLf(octets, length, end)) {
                length = lf + 1;
                if (line(lf)) {
                    in.position(in.position() - (end - length));
                    return true;
                }
                lineStart = length;
            }
            length = end;
        }
        return false;
    }

    /** The octets of the section that was just completed, as they came; empty if they are not kept that way. */
    ByteBuffer asCame() {
        return ByteBuffer.wrap(octets, 0, folded ? 0 : length);
    }

    /** The fields of the section that was just completed. */
    Fields take() {
        guessedOctets = length;
        guessedFields = Math.max(1, fields);
        Fields taken = fields == 0 ? Fields.EMPTY : new Fields(octets, marks, fields);
        // They are the fields' now, or nobody's: an idle connection need not hold on to them.
        octets = null;
        marks = NO_MARKS;
        return taken;
    }

    int fieldCount() {
        return fields;
    }

    /** Compares a field name with one in lower case. */
    boolean isNamed(int index, String lowerCase) {
        return isText(marks[index * MARKS], marks[index * MARKS + 1], lowerCase);
    }

    /** Compares a value, without regard to case, with a text in lower case. */
    boolean isValue(int index, String lowerCase) {
        return isText(marks[index * MARKS + 2], marks[index * MARKS + 3], lowerCase);
    }

    /** A value that is nothing but a few digits, or -1. */
    long shortNumber(int index) {
        int begin = marks[index * MARKS + 2];
        int end = marks[index * MARKS + 3];
        if (begin == end || end - begin > 18) {
            return -1;
        }
        long number = 0;
        for (int i = begin; i < end; i++) {
            int digit = octets[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    int valueLength(int index) {
        return marks[index * MARKS + 3] - marks[index * MARKS + 2];
    }

    int nameLength(int index) {
        return marks[index * MARKS + 1] - marks[index * MARKS];
    }

    String value(int index) {
        int begin = marks[index * MARKS + 2];
        return new String(octets, begin, marks[index * MARKS + 3] - begin, StandardCharsets.ISO_8859_1);
    }

    HttpFailure garbled(String message) {
        return new HttpFailure(phase, message);
    }

    /** Takes the line that ends before the LF at {@code lf}. Returns true if it was empty. */
    private boolean line(int lf) throws HttpFailure {
        int end = lf > lineStart && octets[lf - 1] == '\r' ? lf - 1 : lf;
        if (!firstLineSeen) {
            firstLineSeen = firstLine(octets, lineStart, end);
            return false;
        }
        if (end == lineStart) {
            return true;
        }
        if (Chars.isBlank(octets[lineStart])) {
            fold(end);
        } else {
            field(end);
        }
        return false;
    }

    private void field(int end) throws HttpFailure {
        if (fields == maxFields) {
            throw garbled("Expected at most " + maxFields + " fields (maxFields), got more");
        }
        int colon = lineStart;
        while (colon < end && Chars.isToken(octets[colon])) {
            colon++;
        }
        if (colon == end) {
            throw garbled("Expected a colon in every field line (RFC 9112 section 5), got " + shown(end));
        }
        if (octets[colon] != ':' || colon == lineStart) {
            throw garbled(
                    "Expected a field name of token characters right before the colon (RFC 9112 section 5.1), got "
                            + Chars.show(octets[colon]) + " in " + shown(end));
        }
        int begin = colon + 1;
        while (begin < end && Chars.isBlank(octets[begin])) {
            begin++;
        }
        if (fields * MARKS == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        int mark = fields++ * MARKS;
        marks[mark] = lineStart;
        marks[mark + 1] = colon;
        marks[mark + 2] = begin;
        marks[mark + 3] = endOfValue(begin, end);
    }

    /** A folded line belongs to the value before it, and what folded it becomes one blank (RFC 9112 section 5.2). */
    private void fold(int end) throws HttpFailure {
        if (fields == 0) {
            throw garbled("Expected a field line, got one that begins with a blank (RFC 9112 section 2.2)");
        }
        int from = skipBlanks(lineStart, end);
        int to = endOfValue(from, end);
        if (from == to) {
            return;
        }
        folded = true;
        int mark = (fields - 1) * MARKS;
        int valueEnd = marks[mark + 3];
        if (marks[mark + 2] == valueEnd) {
            marks[mark + 2] = from;
            marks[mark + 3] = to;
        } else {
            octets[valueEnd] = ' ';
            System.arraycopy(octets, from, octets, valueEnd + 1, to - from);
            marks[mark + 3] = valueEnd + 1 + to - from;
        }
    }

    private boolean isText(int begin, int end, String lowerCase) {
        if (end - begin != lowerCase.length()) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (Chars.lower(octets[i]) != lowerCase.charAt(i - begin)) {
                return false;
            }
        }
        return true;
    }

    private int skipBlanks(int begin, int end) {
        int i = begin;
        while (i < end && Chars.isBlank(octets[i])) {
            i++;
        }
        return i;
    }

    private int endOfValue(int begin, int end) throws HttpFailure {
        int bad = Octets.indexOfCrOrNul(octets, begin, end);
        if (bad < end) {
            throw garbled("Expected a field value without " + Chars.show(octets[bad]) + " (RFC 9110 section 5.5), got "
                    + shown(end));
        }
        int last = end;
        while (last > begin && Chars.isBlank(octets[last - 1])) {
            last--;
        }
        return last;
    }

    private void grow() throws HttpFailure {
        if (octets.length >= maxOctets) {
            throw garbled("Expected at most " + maxOctets + " octets (maxHead), got more");
        }
        octets = Arrays.copyOf(octets, (int) Math.min(maxOctets, octets.length * 2L));
    }

    private String shown(int end) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = lineStart; i < Math.min(end, lineStart + 60); i++) {
            int c = octets[i] & 0xFF;
            shown.append(c >= 0x20 && c < 0x7F ? String.valueOf((char) c) : String.format("\\x%02x", c));
        }
        return shown.append('"').toString();
    }
}
