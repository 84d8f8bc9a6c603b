package dev.jackfield.http.internal.message;

/**
 * How a request is written: for the origin, or for a proxy that is asked for the whole URL (RFC 9112 section 3.2).
 *
 * @param toProxy whether the request target is in absolute-form
 * @param authorization for the proxy, the value of Proxy-Authorization; empty for none
 */
public record RequestForm(boolean toProxy, String authorization) {
    /** For the origin itself. */
    public static final RequestForm ORIGIN = new RequestForm(false, "");

    /** For a proxy that lets anybody in. */
    public static final RequestForm ABSOLUTE = new RequestForm(true, "");

    /** For a proxy that wants to know whom it serves. */
    public static RequestForm absolute(String authorization) {
        return new RequestForm(true, authorization);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return toProxy ? "absolute-form" : "origin-form";
    }
}
