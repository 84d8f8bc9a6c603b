package dev.jackfield.address.internal;

/** Foreign text for error messages: in quotes, cut to a readable length, and unable to forge a line of a log. */
public final class Quoted {
    private static final int MOST = 80;

    private Quoted() {}

    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), MOST) + 8).append('"');
        for (int i = 0; i < text.length() && i < MOST; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append(text.length() > MOST ? "\"... (" + text.length() + " characters)" : "\"")
                .toString();
    }
}
