package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.internal.routes.NoProxy;
import dev.jackfield.http.internal.routes.ProxyUrl;
import dev.jackfield.http.internal.routes.ProxyVariables;
import dev.jackfield.http.internal.routes.RoutesText;
import dev.jackfield.http.internal.url.Url;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which way to which origin: rules, of which the first that matches holds. Where none does, {@link #DIRECT} does.
 *
 * <pre>{@code
 * # what is near needs no proxy
 * 10.0.0.0/8 = plain
 * *.example.com:8080 = plain
 * https://* = plain > connect(user:secret@proxy.example:3128)
 * * = plain > forward(user:secret@proxy.example:3128)
 * }</pre>
 *
 * <p>As text there is one rule on each line, {@code pattern = route}. Empty lines and those that begin with {@code #} are
 * skipped.
 *
 * <p><i>Immutable.</i>
 *
 * @param rules in the order in which they are tried; may be none
 */
public record Routes(List<Rule> rules) {
    /** The route where no rule says otherwise: {@code plain}. */
    public static final Route DIRECT = Route.of(Link.of("plain"));

    private static final Routes NONE = new Routes(List.of());

    /**
     * A route for some origins. <i>Immutable.</i>
     *
     * @param pattern which ones
     * @param route which way
     */
    public record Rule(OriginPattern pattern, Route route) {
        /** Checks for nulls. */
        public Rule {
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(route, "route");
        }

        /** As text that {@link Routes#parse} reads again, but for passwords. */
        @Override
        public String toString() {
            return pattern + " = " + route;
        }
    }

    /** Copies the list. */
    public Routes {
        rules = List.copyOf(rules);
    }

    /**
     * No rule at all.
     *
     * @return always the same
     */
    public static Routes direct() {
        return NONE;
    }

    /**
     * One route to everywhere.
     *
     * @param route which way
     * @return a single rule
     */
    public static Routes of(Route route) {
        return of(OriginPattern.ANY, route);
    }

    /**
     * A route for some origins.
     *
     * @param pattern which ones
     * @param route which way
     * @return a single rule
     */
    public static Routes of(OriginPattern pattern, Route route) {
        return new Routes(List.of(new Rule(pattern, route)));
    }

    /**
     * Reads rules.
     *
     * @param text one on each line
     * @return the rules
     * @throws IllegalArgumentException if a line is no rule; the message tells line and column, and shows no credentials
     */
    public static Routes parse(String text) {
        return RoutesText.parse(text);
    }

    /**
     * What the environment says about proxies, as curl and others understand it: {@code http_proxy}, {@code https_proxy},
     * {@code all_proxy} and {@code no_proxy}; if there is none in lower case, then in upper case. An empty variable
     * counts as none. {@code HTTP_PROXY} is not looked at if {@code REQUEST_METHOD} is set, because to a CGI program any
     * client can say what is in it.
     *
     * <p>A proxy is {@code scheme://user:password@host:port}, everything but the host optional, user and password
     * percent-encoded. The scheme decides what is spoken:
     *
     * <ul>
     *   <li>{@code http}, also if there is none: {@code plain > forward(host:port)} for http URLs, {@code plain >
     *       connect(host:port)} for https URLs. Port 80, as the URL says, where curl takes 1080
     *   <li>{@code https}: the same over {@code plain > tls(high)}. Port 443
     *   <li>{@code socks4}, {@code socks4a}: {@code plain > socks4(host:port)} and {@code plain > socks4a(host:port)}.
     *       Port 1080
     *   <li>{@code socks5}, {@code socks5h}: {@code plain > socks5(host:port)}, which leaves names to the proxy always.
     *       Port 1080
     * </ul>
     *
     * <p>{@code no_proxy} is a list, separated by commas or blanks, of whom to go to directly: {@code *}, names (what is
     * below them included, with or without a dot before them), addresses, blocks of addresses as {@code 10.0.0.0/8}, each
     * maybe with a port. Names are not looked up, so they match no addresses. Nothing else is direct, not even {@code
     * localhost}. What is none of these, as {@code 192.168.} or {@code <local>}, matches nothing, with a warning in the
     * log. If no variable names a proxy, the list is not looked at.
     *
     * @param environment for example {@link System#getenv()}
     * @return the rules; none if the environment has nothing to say
     * @throws IllegalArgumentException if a proxy has another form; the message names the variable and the column, and
     *     shows nothing of its value
     */
    public static Routes ofEnvironment(Map<String, String> environment) {
        return ProxyVariables.of(environment).routes();
    }

    /**
     * By one proxy to everywhere: {@code scheme://user:password@host:port}, everything but scheme and host optional, as
     * told at {@link #ofEnvironment}. An http proxy forwards requests for http URLs, and makes tunnels for https URLs.
     *
     * @param url for example {@code http://user:secret@[2001:db8::1]:3128}
     * @return two rules, for http and for https
     * @throws IllegalArgumentException if it has another form; the message tells the column, and shows nothing of the URL
     */
    public static Routes ofProxy(String url) {
        return ofProxy(ProxyUrl.absolute(url, 0));
    }

    /**
     * By one proxy to everywhere, as {@link #ofProxy(String)}, with a usual port of one's own.
     *
     * @param url with a port or without one
     * @param defaultPort where the URL has none, 1 to 65535; the seed's is 3128
     * @return two rules, for http and for https
     * @throws IllegalArgumentException if one of them has another form; the message shows nothing of the URL
     */
    public static Routes ofProxy(String url, int defaultPort) {
        if (defaultPort < 1 || defaultPort > 65535) {
            throw new IllegalArgumentException("Expected a default port from 1 to 65535, got " + defaultPort);
        }
        return ofProxy(ProxyUrl.absolute(url, defaultPort));
    }

    private static Routes ofProxy(ProxyUrl proxy) {
        return of(OriginPattern.parse("http://*"), proxy.route(false))
                .then(of(OriginPattern.parse("https://*"), proxy.route(true)));
    }

    /**
     * Directly to some.
     *
     * @param list of the form of {@code no_proxy}, as told at {@link #ofEnvironment}; may be empty
     * @return rules with {@link #DIRECT} for each of them
     * @throws IllegalArgumentException if an entry has another form; the message tells the column
     */
    public static Routes directTo(String list) {
        return new Routes(NoProxy.patterns(list).stream()
                .map(pattern -> new Rule(pattern, DIRECT))
                .toList());
    }

    /**
     * These rules, then others.
     *
     * @param others are tried where none of these matches
     * @return new rules
     */
    public Routes then(Routes others) {
        return new Routes(Stream.concat(rules.stream(), others.rules.stream()).toList());
    }

    /**
     * Which way to an origin.
     *
     * @param https whether that is to be spoken
     * @param origin host and port
     * @return the route of the first rule that matches, or else {@link #DIRECT}
     */
    public Route route(boolean https, HostPort origin) {
        for (Rule rule : rules) {
            if (rule.pattern.matches(https, origin)) {
                return rule.route;
            }
        }
        return DIRECT;
    }

    /**
     * Which way a request goes.
     *
     * @param url absolute, http or https
     * @return the route of the first rule that matches, or else {@link #DIRECT}
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    public Route route(String url) {
        Url.Origin origin = Url.parse(url).origin();
        return route(origin.secure(), origin.hostPort());
    }

    /** One rule on each line; text that {@link #parse} reads again, but for passwords. */
    @Override
    public String toString() {
        return rules.stream().map(Rule::toString).collect(Collectors.joining("\n"));
    }
}
