package dev.jackfield.shell.internal;

import java.util.regex.Pattern;

/** URLs as people type them. */
final class Urls {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

    private Urls() {}

    /** Like curl, takes a URL without a scheme for http. */
    static String complete(String typed) {
        return SCHEME.matcher(typed).find() ? typed : "http://" + typed;
    }
}
