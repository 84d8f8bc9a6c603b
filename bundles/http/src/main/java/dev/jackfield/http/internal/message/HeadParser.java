package dev.jackfield.http.internal.message;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import java.nio.charset.StandardCharsets;

/** Reads a status line (RFC 9112 section 4) and the fields behind it. Free of I/O. */
final class HeadParser extends FieldParser {
    private static final String NAME = "HTTP/1.";
    private static final int STATUS_AT = 9;
    private static final int REASON_AT = 13;
    /** A status line without a reason, an empty line, and both ended by nothing but LF. */
    private static final int SHORTEST = 14;

    private boolean first = true;
    private boolean mayStray;
    private boolean strayed;
    private int minor;
    private int status;
    private String reason = "";

    HeadParser() {
        super(Phase.HEAD);
    }

    @Override
    boolean wantsFirstLine() {
        return true;
    }

    @Override
    void begin(int newMaxOctets, int newMaxFields) {
        super.begin(newMaxOctets, newMaxFields);
        mayStray = !first;
        strayed = false;
        first = false;
    }

    /** Whether a line end of nobody's came before the head. */
    boolean strayed() {
        return strayed;
    }

    @Override
    boolean firstLine(byte[] line, int begin, int end) throws HttpFailure {
        int length = end - begin;
        if (length == 0 && mayStray) {
            // Some end a message by one line end too many; nobody begins with one.
            mayStray = false;
            strayed = true;
            return false;
        }
        boolean good = length >= STATUS_AT + 3
                && startsWithName(line, begin)
                && digit(line[begin + 7]) >= 0
                && line[begin + 8] == ' '
                && (length == STATUS_AT + 3 || line[begin + STATUS_AT + 3] == ' ');
        if (good) {
            int a = digit(line[begin + STATUS_AT]);
            int b = digit(line[begin + STATUS_AT + 1]);
            int c = digit(line[begin + STATUS_AT + 2]);
            good = a >= 1 && b >= 0 && c >= 0;
            status = a * 100 + b * 10 + c;
        }
        if (!good) {
            throw garbled("Expected a status line like \"HTTP/1.1 200 OK\" (RFC 9112 section 4), got \""
                    + shown(line, begin, end) + "\"");
        }
        minor = digit(line[begin + 7]);
        reason = reason(line, begin + Math.min(length, REASON_AT), end);
        return true;
    }

    @Override
    int least() {
        return Math.max(super.least(), SHORTEST - length());
    }

    int minor() {
        return minor;
    }

    int status() {
        return status;
    }

    ResponseHead takeHead() {
        return new ResponseHead(minor, status, reason, take());
    }

    private String reason(byte[] line, int begin, int end) throws HttpFailure {
        if (end - begin == 2 && line[begin] == 'O' && line[begin + 1] == 'K') {
            return "OK";
        }
        for (int i = begin; i < end; i++) {
            if (line[i] == 0 || line[i] == '\r') {
                throw garbled("Expected a reason phrase without " + Chars.show(line[i]) + " (RFC 9112 section 4)");
            }
        }
        return new String(line, begin, end - begin, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWithName(byte[] line, int begin) {
        for (int i = 0; i < NAME.length(); i++) {
            if (line[begin + i] != NAME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int digit(byte octet) {
        return octet >= '0' && octet <= '9' ? octet - '0' : -1;
    }

    private static String shown(byte[] line, int begin, int end) {
        return new String(line, begin, Math.min(end - begin, 60), StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~]", ".");
    }
}
