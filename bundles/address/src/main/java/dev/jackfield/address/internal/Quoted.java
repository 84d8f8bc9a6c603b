package dev.jackfield.address.internal;

/** Foreign text for error messages: in quotes, cut to a readable length, and unable to forge a line of a log. */
public final class Quoted {
    private static final int MOST = 80;

    private Quoted() {}

    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), MOST) + 8).append('"');
        int c;
        for (int i = 0; i < text.length() && i < MOST; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isUnseen(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        }
        return quoted.append(text.length() > MOST ? "\"... (" + text.length() + " characters)" : "\"")
                .toString();
    }

    /** Controls, ends of lines, what turns the direction of writing, and halves of surrogate pairs. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
