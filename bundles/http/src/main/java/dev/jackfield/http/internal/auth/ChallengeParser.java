package dev.jackfield.http.internal.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a list of challenges (RFC 9110 section 11.6.1), in which commas stand between the challenges as well as between
 * the parameters of one.
 */
final class ChallengeParser {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String TOKEN68_MARKS = "-._~+/";

    private final String text;
    private int at;

    private ChallengeParser(String text) {
        this.text = text;
    }

    /** The challenges before the first fault. */
    static List<Challenge> parse(String text) {
        return new ChallengeParser(text).all();
    }

    private List<Challenge> all() {
        List<Challenge> found = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        skipCommas();
        for (String scheme = take(TOKEN_MARKS); !scheme.isEmpty(); scheme = take(TOKEN_MARKS)) {
            parameters.clear();
            if (!rest(parameters)) {
                break;
            }
            found.add(new Challenge(scheme, parameters));
        }
        return found;
    }

    /** What belongs to the scheme just read, up to the next scheme. False if it is garbled. */
    private boolean rest(Map<String, String> parameters) {
        if (atEndOfElement()) {
            skipCommas();
            return true;
        }
        if (!isBlank()) {
            return false;
        }
        skipBlanks();
        if (atEndOfElement() || skippedToken68()) {
            skipCommas();
            return true;
        }
        do {
            if (!parameter(parameters)) {
                return false;
            }
            skipCommas();
        } while (parameterFollows());
        return true;
    }

    private boolean parameter(Map<String, String> parameters) {
        String name = take(TOKEN_MARKS);
        skipBlanks();
        if (name.isEmpty() || !skipped('=')) {
            return false;
        }
        skipBlanks();
        StringBuilder value = new StringBuilder();
        if (skipped('"')) {
            if (!quoted(value)) {
                return false;
            }
        } else {
            int begin = at;
            take(TOKEN_MARKS);
            value.append(text, begin, at);
            if (value.isEmpty()) {
                return false;
            }
        }
        skipBlanks();
        return atEndOfElement() && parameters.put(name, value.toString()) == null;
    }

    /** The rest of a quoted string, unescaped. False if it does not end. */
    private boolean quoted(StringBuilder value) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        return false;
    }

    /** A scheme is never followed by an equals sign, the name of a parameter always is. */
    private boolean parameterFollows() {
        int begin = at;
        boolean follows = !take(TOKEN_MARKS).isEmpty();
        skipBlanks();
        follows &= at < text.length() && text.charAt(at) == '=';
        at = begin;
        return follows;
    }

    private boolean skippedToken68() {
        int begin = at;
        boolean taken = !take(TOKEN68_MARKS).isEmpty();
        while (skipped('=')) {
            // padding
        }
        skipBlanks();
        if (taken && atEndOfElement()) {
            return true;
        }
        at = begin;
        return false;
    }

    /** Letters, digits and marks, in lower case. */
    private String take(String marks) {
        int begin = at;
        while (at < text.length() && isLetterOrDigitOr(marks, text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetterOrDigitOr(String marks, char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
    }

    private boolean skipped(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipCommas() {
        while (at < text.length() && (text.charAt(at) == ',' || isBlank())) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        return text.charAt(at) == ' ' || text.charAt(at) == '\t';
    }

    private boolean atEndOfElement() {
        return at == text.length() || text.charAt(at) == ',';
    }
}
