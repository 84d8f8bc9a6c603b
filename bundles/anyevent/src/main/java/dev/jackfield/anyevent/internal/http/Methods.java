package dev.jackfield.anyevent.internal.http;

import java.util.Locale;
import java.util.Set;

/** What the seed knows about methods. */
final class Methods {
    /** Of RFC 9110 section 9 and RFC 5789: by them no server means anything else in other letters. */
    private static final Set<String> STANDARD =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT");

    /** The seed's table, which is that of the IANA registry of methods, with QUERY, which came later. */
    private static final Set<String> IDEMPOTENT = Set.of(
            "GET",
            "HEAD",
            "PUT",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "QUERY",
            "ACL",
            "BASELINE-CONTROL",
            "BIND",
            "CHECKIN",
            "CHECKOUT",
            "COPY",
            "LABEL",
            "LINK",
            "MERGE",
            "MKACTIVITY",
            "MKCALENDAR",
            "MKCOL",
            "MKREDIRECTREF",
            "MKWORKSPACE",
            "MOVE",
            "ORDERPATCH",
            "PROPFIND",
            "PROPPATCH",
            "REBIND",
            "REPORT",
            "SEARCH",
            "UNBIND",
            "UNCHECKOUT",
            "UNLINK",
            "UNLOCK",
            "UPDATE",
            "UPDATEREDIRECTREF",
            "VERSION-CONTROL");

    private Methods() {}

    /** As it is to be sent: upper case, where that is what everybody means. */
    static String spelled(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        return STANDARD.contains(upper) ? upper : method;
    }

    /** Whether connections are kept for it unless somebody says otherwise. */
    static boolean idempotent(String method) {
        return IDEMPOTENT.contains(method);
    }
}
