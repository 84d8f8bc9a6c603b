package dev.jackfield.anyevent.internal.http;

import java.util.Locale;
import java.util.Set;

/** What the seed knows about methods. */
final class Methods {
    /** Of RFC 9110 section 9 and RFC 5789: by them no server means anything else in other letters. */
    private static final Set<String> STANDARD =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT");

    private Methods() {}

    /** As it is to be sent: upper case, where that is what everybody means. */
    static String spelled(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        return STANDARD.contains(upper) ? upper : method;
    }
}
