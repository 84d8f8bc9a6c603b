package dev.jackfield.shell.internal;

import dev.jackfield.http.Request;

/**
 * What follows {@code -H}, as curl has it: {@code Name: value} adds a field, {@code Name:} leaves out one that the
 * client would add, {@code Name;} adds an empty one. <i>Immutable.</i>
 */
record HeaderOption(String name, String value, boolean suppressed) {

    static HeaderOption parse(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            String value = value("-H", text.substring(colon + 1).strip());
            return new HeaderOption(text.substring(0, colon), value, value.isEmpty());
        }
        if (colon < 0 && text.length() > 1 && text.endsWith(";")) {
            return new HeaderOption(text.substring(0, text.length() - 1), "", false);
        }
        throw new IllegalArgumentException(
                "-H: expected \"Name: value\", \"Name:\" or \"Name;\", got \"" + text + "\"");
    }

    /** The value as the octets to be sent, which are UTF-8 as with curl. */
    static String value(String option, String typed) {
        if (typed.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    option + ": expected a value without line breaks and other controls, got \"" + typed + "\"");
        }
        return Octets.ofText(typed);
    }

    Request applyTo(Request request) {
        return suppressed ? request.withoutHeader(name) : request.withHeader(name, value);
    }

    boolean names(String other) {
        return name.equalsIgnoreCase(other);
    }
}
