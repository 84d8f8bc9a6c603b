package dev.jackfield.connector.internal;

import dev.jackfield.connector.JackfieldName;

/** Names of sockets on the panel. */
public final class Names {
    private Names() {}

    /** The name, if it is one. */
    public static String checked(String name) {
        if (Given.of(name, "a name").isEmpty() || !name.chars().allMatch(Names::fits)) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits, '-', '_' and '.', got \"" + name + "\"");
        }
        return name;
    }

    /** What a class is called that {@link java.util.ServiceLoader} found. */
    static String of(Class<?> provider) {
        JackfieldName name = provider.getAnnotation(JackfieldName.class);
        if (name == null) {
            throw new IllegalArgumentException("Expected @JackfieldName on " + provider.getName());
        }
        return name.value();
    }

    /** Whether a character may be part of a name. */
    public static boolean fits(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }
}
