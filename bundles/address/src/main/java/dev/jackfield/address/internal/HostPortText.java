package dev.jackfield.address.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.UnixAddress;
import java.util.Optional;

/** Reads hosts with ports; stricter than the usual "split at the last colon". */
public final class HostPortText {
    public static final int MAX_PORT = 65535;
    public static final int REQUIRED = -1;

    private HostPortText() {}

    public static HostPort parse(String text, int defaultPort) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (from < to && text.charAt(from) == '[') {
            int close = text.indexOf(']', from);
            if (close < 0 || close >= to) {
                throw malformed(text, "there is no closing bracket");
            }
            String host = text.substring(from + 1, close);
            if (Literals.address(host) == null) {
                throw malformed(text, "between the brackets is no IP address");
            }
            return HostPort.of(host, port(text, close + 1, to, defaultPort));
        }
        int end = endOfBareHost(text, from, to);
        String host = text.substring(from, end);
        return HostPort.of(host, port(text, end, to, defaultPort));
    }

    public static void check(String host, int port, String service) {
        boolean path = service.startsWith("/");
        if (path != host.equals(UnixAddress.HOST)) {
            throw new IllegalArgumentException("Expected the absolute path of a UNIX domain socket after the host \""
                    + UnixAddress.HOST + "\", and no path after any other, got " + Quoted.of(host) + " and "
                    + Quoted.of(service));
        }
        if (path) {
            new UnixAddress(service);
        } else {
            checkHost(host);
        }
        // A path has no port.
        int most = path ? 0 : MAX_PORT;
        if (port < 0 || port > most) {
            throw new IllegalArgumentException("Expected a port from 0 to " + most + ", got " + port);
        }
    }

    public static HostPort of(String host, String service) {
        if (service.startsWith("/")) {
            return new HostPort(host, 0, service);
        }
        int equals = service.lastIndexOf('=');
        String number = service.substring(equals + 1);
        boolean numeric = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (equals >= 0 || numeric) {
            int port = number(service, equals + 1, service.length());
            return new HostPort(host, port, equals < 0 ? "" : service.substring(0, equals));
        }
        return new HostPort(host, 0, service);
    }

    public static Optional<IpAddress> literal(String host) {
        return Optional.ofNullable(Literals.address(host));
    }

    public static String format(String host, int port, String service) {
        if (host.equals(UnixAddress.HOST)) {
            return host + ":" + service;
        }
        String end = service.isEmpty() ? "" + port : port == 0 ? service : service + "=" + port;
        return host.indexOf(':') < 0 ? host + ":" + end : "[" + host + "]:" + end;
    }

    private static void checkHost(String host) {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("Expected a host, got an empty text");
        }
        boolean colon = false;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (Character.isISOControl(c)
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || c == '['
                    || c == ']'
                    || c == '#'
                    || c == '/') {
                throw new IllegalArgumentException(
                        "Expected a host without controls, blanks, brackets, '#' and '/'," + " got " + Quoted.of(host));
            }
            colon |= c == ':';
        }
        if (colon && Literals.ipv6(host) == null) {
            throw new IllegalArgumentException(
                    "Expected a host, or an IPv6 address where there are colons, got " + Quoted.of(host));
        }
    }

    /** At the first blank; or at the only colon before it, because two or more make an IPv6 address. */
    private static int endOfBareHost(String text, int from, int to) {
        int colon = -1;
        int colons = 0;
        int at = from;
        for (; at < to && !isBlank(text.charAt(at)); at++) {
            if (text.charAt(at) == ':') {
                colon = at;
                colons++;
            }
        }
        return colons == 1 ? colon : at;
    }

    /** The port after the host: a colon and digits, or blanks and digits, or nothing at all. */
    private static int port(String text, int from, int to, int defaultPort) {
        int at = from;
        if (at == to) {
            if (defaultPort == REQUIRED) {
                throw malformed(text, "there is no port");
            }
            return defaultPort;
        }
        if (text.charAt(at) == ':') {
            at++;
        } else if (isBlank(text.charAt(at))) {
            while (isBlank(text.charAt(at))) {
                at++;
            }
        } else {
            throw malformed(text, "after the host comes neither ':' nor a blank");
        }
        return number(text, at, to);
    }

    private static int number(String text, int from, int to) {
        int port = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            port = port * 10 + digit;
            if (digit < 0 || digit > 9 || port > MAX_PORT) {
                throw malformed(text, "the port is not a number from 0 to 65535");
            }
        }
        if (from == to) {
            throw malformed(text, "there is no port after the ':'");
        }
        return port;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static IllegalArgumentException malformed(String text, String why) {
        return new IllegalArgumentException(
                "Expected a host and a port such as example.com:80 or [2001:db8::1]:80, got " + Quoted.of(text) + ": "
                        + why);
    }
}
