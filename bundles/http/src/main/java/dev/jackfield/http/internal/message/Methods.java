package dev.jackfield.http.internal.message;

import java.util.Set;

/** What is known about methods (the registry of RFC 9110 section 16.1). */
final class Methods {
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

    private static final Set<String> EXPECT_BODY = Set.of("POST", "PUT", "PATCH");

    private Methods() {}

    /** Whether sending it twice does what sending it once does (RFC 9110 section 9.2.2). */
    static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Whether a server expects a body, and is told if there is none (RFC 9110 section 8.6). */
    static boolean expectBody(String method) {
        return EXPECT_BODY.contains(method);
    }
}
