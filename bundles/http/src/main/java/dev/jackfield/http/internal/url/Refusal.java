package dev.jackfield.http.internal.url;

/** What is said about a text that is no URL. */
final class Refusal {
    private static final int MOST = 200;

    private Refusal() {}

    static IllegalArgumentException of(String expected, String got) {
        return new IllegalArgumentException(message(expected, got));
    }

    static String message(String expected, String got) {
        return "Expected " + expected + ", got " + quoted(got);
    }

    /**
     * Shows a text without controls, and without anything that may be a password: where the parts of what is no URL begin
     * and end, nobody knows.
     */
    private static String quoted(String text) {
        int at = text.lastIndexOf('@');
        String open = at < 0 ? text : "..." + text.substring(at);
        StringBuilder shown = new StringBuilder("\"");
        open.codePoints().limit(MOST).forEach(c -> append(c, shown));
        return shown.append(open.length() > MOST ? "\"..." : "\"").toString();
    }

    private static void append(int c, StringBuilder shown) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> shown.append(String.format("\\u%04x", c));
            default -> shown.appendCodePoint(c);
        }
    }
}
