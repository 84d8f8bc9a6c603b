package dev.jackfield.http.internal.routes;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.Ipv6;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.http.Routes;
import java.util.Locale;

/** A proxy as people name it: {@code scheme://user:password@host:port}. */
public record ProxyUrl(Kind kind, HostPort address, Credentials credentials) {

    /** What is spoken with the proxy. */
    public enum Kind {
        HTTP(80),
        HTTPS(443),
        SOCKS4(1080),
        SOCKS4A(1080),
        SOCKS5(1080),
        SOCKS5H(1080);

        private final int port;

        Kind(int port) {
            this.port = port;
        }
    }

    /**
     * Reads one as the environment has it: http if there is no scheme, and the usual port if there is none.
     *
     * @throws RouteSyntaxException tells the column, and shows nothing: what stands for the host may be part of a password
     */
    static ProxyUrl parse(String text) {
        if (!text.contains("://")) {
            return parse(Kind.HTTP, text, 0, Kind.HTTP.port);
        }
        Kind kind = kind(text);
        return parse(kind, text, text.indexOf("://") + 3, kind.port);
    }

    /**
     * Reads one that has a scheme.
     *
     * @param defaultPort where it has none; 0 for the usual one of its scheme
     * @throws RouteSyntaxException tells the column, and shows nothing: what stands for the host may be part of a password
     */
    public static ProxyUrl absolute(String text, int defaultPort) {
        Kind kind = kind(text);
        return parse(kind, text, text.indexOf("://") + 3, defaultPort == 0 ? kind.port : defaultPort);
    }

    private static ProxyUrl parse(Kind kind, String text, int begin, int defaultPort) {
        int end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && !text.substring(end).equals("/")) {
            throw complaint(end, "Expected nothing behind host and port (/ ? # @ in a password are %2F %3F %23 %40)");
        }
        int user = text.lastIndexOf('@', end);
        int host = user < begin ? begin : user + 1;
        return new ProxyUrl(
                kind,
                address(text, host, end, defaultPort),
                user < begin ? Credentials.NONE : credentials(text, begin, user));
    }

    /** Which way requests for http, or for https, go by this proxy. */
    public Route route(boolean https) {
        Route direct = kind == Kind.HTTPS ? Routes.DIRECT.then(Link.of("tls", "high")) : Routes.DIRECT;
        String name = switch (kind) {
            case HTTP, HTTPS -> https ? "connect" : "forward";
            case SOCKS4 -> "socks4";
            case SOCKS4A -> "socks4a";
            case SOCKS5, SOCKS5H -> "socks5";
        };
        return direct.then(Link.of(name, address, credentials));
    }

    private static Kind kind(String text) {
        String scheme = text.substring(0, Math.max(0, text.indexOf("://"))).toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(scheme)) {
                return kind;
            }
        }
        throw complaint(0, "Expected http, https, socks4, socks4a, socks5 or socks5h before ://, got something else");
    }

    private static HostPort address(String text, int begin, int end, int defaultPort) {
        int bracket = text.startsWith("[", begin) ? text.indexOf(']', begin) : begin;
        if (bracket < 0) {
            throw complaint(begin, "Expected an IPv6 address in brackets");
        }
        int colon = text.indexOf(':', bracket);
        int hostEnd = colon < 0 || colon >= end ? end : colon;
        int port = defaultPort;
        // An empty port is none (RFC 3986 section 3.2.3).
        if (hostEnd + 1 < end) {
            String digits = text.substring(hostEnd + 1, end);
            if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 65535) {
                throw complaint(hostEnd + 1, "Expected a port from 1 to 65535");
            }
            port = Integer.parseInt(digits);
        }
        return HostPort.of(host(text.substring(begin, hostEnd), begin), port);
    }

    private static String host(String host, int at) {
        if (!host.startsWith("[")) {
            try {
                return HostName.of(host).text();
            } catch (IllegalArgumentException e) {
                throw complaint(at, "Expected the name or the address of a host, got something else");
            }
        }
        String inner = host.substring(1, Math.max(1, host.length() - 1));
        if (!host.endsWith("]") || inner.indexOf(':') < 0 || Ipv6.parse(inner).isEmpty()) {
            throw complaint(at, "Expected an IPv6 address in brackets");
        }
        return inner.toLowerCase(Locale.ROOT);
    }

    private static Credentials credentials(String text, int begin, int end) {
        int colon = text.indexOf(':', begin);
        int userEnd = colon < 0 || colon > end ? end : colon;
        String user = PercentDecoder.decode(text, begin, userEnd);
        String password = PercentDecoder.decode(text, Math.min(end, userEnd + 1), end);
        try {
            return new Credentials(user, password);
        } catch (IllegalArgumentException e) {
            throw complaint(begin, e.getMessage());
        }
    }

    private static RouteSyntaxException complaint(int at, String message) {
        return new RouteSyntaxException(at + 1, message);
    }
}
