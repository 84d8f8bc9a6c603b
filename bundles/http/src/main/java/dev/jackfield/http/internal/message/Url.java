package dev.jackfield.http.internal.message;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.Ipv6;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * An absolute http or https URL, taken apart (RFC 3986 appendix B).
 *
 * <p>User information is dropped: credentials are the caller's business, by way of a field. The fragment is not sent.
 *
 * @param origin scheme, host and port
 * @param authority as it goes into the Host field
 * @param target path and query as they go into the request line
 */
public record Url(Origin origin, String authority, String target) {
    private static final String ENCODED = "\"<>\\^`{|}";
    private static final String HOST_MARKS = "-._~!$&'()*+,;=";

    /** Where requests of one pool go. */
    public record Origin(boolean secure, HostPort hostPort) {}

    /** Takes a text apart. */
    public static Url parse(String text) {
        Objects.requireNonNull(text, "url");
        boolean secure = text.regionMatches(true, 0, "https:", 0, 6);
        if (!secure && !text.regionMatches(true, 0, "http:", 0, 5)) {
            throw new IllegalArgumentException("Expected an absolute http or https URL, got " + quoted(text));
        }
        int colon = secure ? 5 : 4;
        if (!text.startsWith("//", colon + 1)) {
            throw new IllegalArgumentException("Expected // and a host behind the scheme, got " + quoted(text));
        }
        int begin = colon + 3;
        int end = endOfAuthority(text, begin);
        int at = text.lastIndexOf('@', end - 1);
        String authority = text.substring(at >= begin ? at + 1 : begin, end);
        HostPort hostPort = hostPort(authority, secure ? 443 : 80, text);
        return new Url(new Origin(secure, hostPort), shownAuthority(hostPort, secure), target(text, end));
    }

    private static int endOfAuthority(String text, int begin) {
        int end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static HostPort hostPort(String authority, int defaultPort, String text) {
        int afterHost;
        String host;
        if (authority.startsWith("[")) {
            int bracket = authority.indexOf(']');
            host = bracket < 0 ? "" : authority.substring(1, bracket).toLowerCase(Locale.ROOT);
            if (Ipv6.parse(host).isEmpty() || host.indexOf(':') < 0) {
                throw new IllegalArgumentException("Expected an IPv6 address in brackets, got " + quoted(text));
            }
            afterHost = bracket + 1;
        } else {
            int colon = authority.indexOf(':');
            afterHost = colon < 0 ? authority.length() : colon;
            host = checkedHost(authority.substring(0, afterHost).toLowerCase(Locale.ROOT), text);
        }
        return HostPort.of(host, port(authority.substring(afterHost), defaultPort, text));
    }

    private static String checkedHost(String host, String text) {
        boolean good = !host.isEmpty() && host.length() <= 255;
        for (int i = 0; i < host.length() && good; i++) {
            char c = host.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || HOST_MARKS.indexOf(c) >= 0;
        }
        if (!good) {
            throw new IllegalArgumentException("Expected a host name of ASCII letters, digits and marks, got "
                    + quoted(host) + " in " + quoted(text));
        }
        return host;
    }

    private static int port(String colonAndPort, int defaultPort, String text) {
        if (colonAndPort.isEmpty() || colonAndPort.equals(":")) {
            return defaultPort;
        }
        int port = 0;
        boolean good = colonAndPort.charAt(0) == ':';
        for (int i = 1; i < colonAndPort.length() && good; i++) {
            int digit = colonAndPort.charAt(i) - '0';
            port = port * 10 + digit;
            good = digit >= 0 && digit <= 9 && port <= 65535;
        }
        if (!good || port == 0) {
            throw new IllegalArgumentException(
                    "Expected a port from 1 to 65535, got " + quoted(colonAndPort) + " in " + quoted(text));
        }
        return port;
    }

    private static String shownAuthority(HostPort hostPort, boolean secure) {
        String host = hostPort.host().indexOf(':') < 0 ? hostPort.host() : "[" + hostPort.host() + "]";
        return hostPort.port() == (secure ? 443 : 80) ? host : host + ":" + hostPort.port();
    }

    private static String target(String text, int begin) {
        int hash = text.indexOf('#', begin);
        String raw = text.substring(begin, hash < 0 ? text.length() : hash);
        if (isPlain(raw)) {
            return raw.startsWith("/") ? raw : "/" + raw;
        }
        StringBuilder target = new StringBuilder(raw.length() + 8);
        if (!raw.startsWith("/")) {
            target.append('/');
        }
        raw.codePoints().forEach(c -> append(c, target, text));
        return target.toString();
    }

    private static boolean isPlain(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!isPlain(target.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c > 0x20 && c < 0x7F && ENCODED.indexOf(c) < 0;
    }

    /** Keeps what RFC 3986 allows, refuses controls, and encodes the rest as browsers do. */
    private static void append(int c, StringBuilder target, String text) {
        if (c < 0x20 || c == 0x7F) {
            throw new IllegalArgumentException(
                    String.format("Expected a URL without controls, got octet 0x%02x in %s", c, quoted(text)));
        }
        if (isPlain(c)) {
            target.append((char) c);
            return;
        }
        if (c >= 0xD800 && c <= 0xDFFF) {
            throw new IllegalArgumentException("Expected Unicode text, got half a surrogate pair in the URL");
        }
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            target.append(String.format("%%%02X", octet & 0xFF));
        }
    }

    /** Shows a text in a message, without controls, and without anything that may be a password. */
    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.replaceFirst("//[^/?#]*@", "//").chars().limit(200).forEach(c -> {
            if (c < 0x20 || c == 0x7F) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.append('"').toString();
    }
}
