package dev.jackfield.address.internal;

import dev.jackfield.address.HostService;
import dev.jackfield.address.UnixAddress;

/**
 * Takes a host and a service apart, once. <i>Not thread-safe.</i>
 *
 * <p>The seed forgives {@code #} between the two, names in brackets, and line ends for blanks; where a port is needed
 * that is not forgiven, because other programs would read another host.
 */
final class HostServiceScanner {
    private static final String UNIX = UnixAddress.HOST + ":";

    private final String text;
    private final boolean strict;
    private final boolean scoped;
    private int at;
    private int end;
    private String problem;

    private HostServiceScanner(String text, boolean strict, boolean scoped) {
        this.text = text;
        this.strict = strict;
        this.scoped = scoped;
        this.end = text.length();
    }

    static HostServiceScanner lenient(String text, boolean scoped) {
        return new HostServiceScanner(text, false, scoped);
    }

    static HostServiceScanner strict(String text) {
        return new HostServiceScanner(text, true, true);
    }

    /** Both halves, or null if there is a {@link #problem}. The default is empty if there is none. */
    HostService scan(String defaultService) {
        skipBlanks();
        if (text.startsWith("/", at)) {
            return make(UnixAddress.HOST, text.substring(at));
        }
        if (text.startsWith(UNIX + "/", at)) {
            return make(UnixAddress.HOST, text.substring(at + UNIX.length()));
        }
        while (end > at && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (text.startsWith(UNIX, at)) {
            return make(UnixAddress.HOST, text.substring(Math.min(at + UNIX.length(), end), end));
        }
        String host = at < end && text.charAt(at) == '[' ? bracketed() : bare();
        if (host == null) {
            return null;
        }
        String service = at == end ? defaultService : service();
        return service == null ? null : make(host, service);
    }

    /** Why there was no result. */
    String problem() {
        return problem;
    }

    private HostService make(String host, String service) {
        if (service.isEmpty()) {
            return fail("there is no port");
        }
        if (HostServiceText.hasControl(host) || !HostServiceText.isClean(service)) {
            return fail("there is a control character");
        }
        return new HostService(host, service);
    }

    private String bracketed() {
        int close = text.indexOf(']', at);
        if (close < 0 || close >= end) {
            return fail("there is no closing bracket");
        }
        String inside = text.substring(at + 1, close);
        String host = scoped ? Zones.fromBrackets(inside) : inside;
        at = close + 1;
        return isAddress(host) || !strict && isName(host) ? host : fail("between the brackets is no IP address");
    }

    /** Up to a separator; or to the only colon before it, because two or more make an IPv6 address. */
    private String bare() {
        int from = at;
        int colon = -1;
        int colons = 0;
        for (; at < end && !endsHost(text.charAt(at)); at++) {
            if (text.charAt(at) == ':') {
                colon = at;
                colons++;
            }
        }
        if (colons == 1) {
            at = colon;
        }
        String host = text.substring(from, at);
        if (host.isEmpty()) {
            return fail("there is no host");
        }
        return colons <= 1 || isAddress(host) ? host : fail("with two colons it has to be an IPv6 address");
    }

    private String service() {
        char separator = text.charAt(at);
        if (separator == ':' || separator == '#' && !strict) {
            at++;
        } else if (isBlank(separator)) {
            skipBlanks();
        } else {
            return fail("after the host comes neither ':' nor a blank");
        }
        String service = text.substring(at, end);
        for (int i = 0; i < service.length(); i++) {
            if (service.charAt(i) == ':' || isBlank(service.charAt(i))) {
                return fail("there is a colon or a blank in the port");
            }
        }
        return service;
    }

    private boolean isAddress(String host) {
        return (scoped ? Literals.scoped(host) : Literals.address(host)) != null;
    }

    private boolean isName(String host) {
        return !host.isEmpty() && !host.startsWith("/") && host.chars().noneMatch(c -> endsHost((char) c) || c == ':');
    }

    private boolean endsHost(char c) {
        return c == '[' || c == ']' || c == '#' || isBlank(c);
    }

    private boolean isBlank(char c) {
        return c == ' ' || c == '\t' || !strict && c >= '\n' && c <= '\r';
    }

    private void skipBlanks() {
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private <T> T fail(String why) {
        problem = why;
        return null;
    }
}
