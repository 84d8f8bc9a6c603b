package dev.jackfield.cookies.internal.files;

/** Says where something is wrong in a text. */
final class Place {
    private static final int MOST_SHOWN = 20;

    private Place() {}

    /** Lines and columns count from 1. */
    static IllegalArgumentException wrong(String text, int at, String expected) {
        int line = 1;
        int begin = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            begin = i + 1;
        }
        return new IllegalArgumentException("Line " + line + ", column " + (at - begin + 1) + ": " + expected);
    }

    /** Something that is no secret: cut, and of printable ASCII. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), MOST_SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7F && c != '"' ? c : '?');
        }
        return shown.append(text.length() > MOST_SHOWN ? "\"..." : "\"").toString();
    }
}
