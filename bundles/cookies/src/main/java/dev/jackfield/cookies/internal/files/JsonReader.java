package dev.jackfield.cookies.internal.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads JSON (RFC 8259), as deep as a jar is. */
final class JsonReader {
    private static final int MOST_DEPTH = 16;
    private static final Set<String> WORDS = Set.of("true", "false", "null");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Json read(String text) {
        JsonReader reader = new JsonReader(text);
        Json value = reader.value(0);
        if (reader.peek() != 0 || reader.at < text.length()) {
            throw reader.wrong("the end of the text");
        }
        return value;
    }

    private Json value(int depth) {
        char next = peek();
        if (depth > MOST_DEPTH) {
            throw wrong("a jar, which is not that deep");
        }
        return switch (next) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new Json.Text(at, string());
            default -> next == '-' || isDigit(next) ? number() : word();
        };
    }

    private Json members(int depth) {
        int begin = at++;
        Map<String, Json> members = new LinkedHashMap<>();
        if (peek() == '}') {
            at++;
            return new Json.Members(begin, members);
        }
        do {
            expect('"', "a key in quotes");
            int key = at - 1;
            at = key;
            String name = string();
            expect(':', "a colon");
            if (members.put(name, value(depth + 1)) != null) {
                at = key;
                throw wrong("each key once");
            }
        } while (another('}'));
        return new Json.Members(begin, members);
    }

    private Json items(int depth) {
        int begin = at++;
        if (peek() == ']') {
            at++;
            return new Json.Items(begin);
        }
        do {
            value(depth + 1);
        } while (another(']'));
        return new Json.Items(begin);
    }

    private boolean another(char closing) {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(closing, "a comma or " + closing);
        return false;
    }

    private void expect(char c, String what) {
        if (peek() != c) {
            throw wrong(what);
        }
        at++;
    }

    /** What comes next that is no blank; nought at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Json word() {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        String word = text.substring(begin, at);
        if (!WORDS.contains(word)) {
            at = begin;
            throw wrong("a value of JSON");
        }
        return new Json.Word(begin, word);
    }

    private Json number() {
        int begin = at;
        at += text.charAt(at) == '-' ? 1 : 0;
        boolean zero = at < text.length() && text.charAt(at) == '0';
        int digits = digits();
        if (zero && digits > 1) {
            at = begin;
            throw wrong("a number without noughts before it");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
            digits();
        }
        return new Json.Number(begin, text.substring(begin, at));
    }

    private int digits() {
        int begin = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw wrong("a digit");
        }
        return at - begin;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c < ' ') {
                throw wrong("a text without controls");
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a quote at the end of a text");
    }

    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0 && c != 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u') {
            throw wrong("an escape of JSON");
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) >= 0x80) {
                throw wrong("four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    /** What is there instead may be a secret. */
    private IllegalArgumentException wrong(String expected) {
        return Place.wrong(
                text, at, "expected " + expected + (at < text.length() ? ", got something else" : ", got the end"));
    }
}
