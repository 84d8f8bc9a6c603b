package dev.jackfield.connector.internal;

/** Names of sockets on the panel. */
public final class Names {
    private Names() {}

    /** The name, if it is one. */
    public static String checked(String name) {
        if (name.isEmpty() || !name.chars().allMatch(Names::fits)) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits, '-', '_' and '.', got \"" + name + "\"");
        }
        return name;
    }

    /** Whether a character may be part of a name. */
    public static boolean fits(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }
}
