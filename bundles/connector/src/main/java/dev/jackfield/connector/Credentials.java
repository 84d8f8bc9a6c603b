package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;

/**
 * Whom to be at a proxy. Never printed whole: {@link #toString()} shows the user and, in place of a password, {@value
 * #HIDDEN}.
 *
 * <p><i>Immutable.</i>
 *
 * @param user may be empty
 * @param password may be empty
 */
public record Credentials(String user, String password) {
    /** What is shown in place of a password. */
    public static final String HIDDEN = "***";

    /** Nobody. */
    public static final Credentials NONE = new Credentials("", "");

    /**
     * Checks for controls, which no protocol could carry.
     *
     * @throws IllegalArgumentException if there is one; the message does not show it
     */
    public Credentials {
        checked("user", user);
        checked("password", password);
    }

    /**
     * Tells whether there is anybody.
     *
     * @return false if both are empty
     */
    public boolean present() {
        return !user.isEmpty() || !password.isEmpty();
    }

    @Override
    public String toString() {
        return password.isEmpty() ? user : user + ":" + HIDDEN;
    }

    private static void checked(String what, String text) {
        Given.of(text, "a " + what);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                throw new IllegalArgumentException(
                        "Expected a " + what + " without control characters, got one at its position " + (at + 1));
            }
        }
    }
}
