package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.anyevent.HttpSettings;
import dev.jackfield.anyevent.PrepareCallback;
import dev.jackfield.connector.Link;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a request of what the seed's function is given. */
final class Asking {
    /** The seed sets them whatever the caller says. */
    private static final Set<String> CLIENTS_OWN = Set.of("connection", "content-length");

    private final HttpSettings settings;
    private final Hooks hooks;

    Asking(HttpSettings settings, Hooks hooks) {
        this.settings = settings;
        this.hooks = hooks;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if it is none
     */
    Request request(String method, String url, GivenParameters given) {
        String spelled = Methods.spelled(method);
        HttpProxy proxy = given.get(GivenParameters.PROXY).orElse(settings.proxy());
        Request asked = Request.of(spelled, url);
        boolean persistent = given.get(GivenParameters.PERSISTENT).orElse(asked.idempotent());
        Request request = asked.withRedirects(
                        redirects(given.get(GivenParameters.RECURSE).orElse(settings.maxRecurse())))
                .withPersistent(persistent)
                .withKeepAlive(
                        persistent && given.get(GivenParameters.KEEPALIVE).orElse(!proxy.present()))
                .withTls(Link.of("tls", given.get(GivenParameters.TLS_CTX).orElse("high")));
        request = withHeaders(request, given.headers());
        request = by(Proxies.routes(Proxies.as(given.headers(), proxy)), request, given);
        double seconds = given.get(GivenParameters.TIMEOUT).orElse(0.0);
        request = request.withTimeouts(timeouts(span(seconds > 0 ? seconds : settings.timeout())));
        Optional<byte[]> body = given.get(GivenParameters.BODY);
        if (body.isPresent()) {
            request = request.withBody(body.get());
        }
        Optional<Map<String, Object>> jar = given.get(GivenParameters.COOKIE_JAR);
        if (jar.isPresent()) {
            request = request.withCookies(new StructuredJar(jar.get()));
        }
        Optional<String> session = given.get(GivenParameters.SESSIONID);
        if (session.isPresent()) {
            request = request.withSession(session.get());
        }
        Optional<PrepareCallback> preparation = given.get(GivenParameters.ON_PREPARE);
        return preparation.isPresent() ? prepared(request, preparation.get()) : request;
    }

    static Duration span(double seconds) {
        return Duration.ofNanos((long) Math.min(seconds * 1e9, Long.MAX_VALUE));
    }

    /** A body that is announced is held back for a while; that has to end before patience does. */
    private static Timeouts timeouts(Duration inactivity) {
        Timeouts usual = Timeouts.defaults().withInactivity(inactivity);
        Duration half = inactivity.dividedBy(2);
        return half.isZero() || usual.proceed().compareTo(half) < 0 ? usual : usual.withProceed(half);
    }

    private Request by(Routes routes, Request request, GivenParameters given) {
        return given.get(GivenParameters.TCP_CONNECT)
                .map(function -> request.withConnector(hooks.connector(function), routes))
                .orElseGet(() -> request.withRoutes(routes));
    }

    private Request withHeaders(Request asked, Map<String, Optional<String>> headers) {
        Request request = asked;
        if (!headers.containsKey("te")) {
            request = request.withHeader("TE", "trailers");
        }
        if (!headers.containsKey("user-agent")) {
            request = settings.userAgent().isEmpty()
                    ? request.withoutHeader("User-Agent")
                    : request.withHeader("User-Agent", settings.userAgent());
        }
        if (settings.referer() && !headers.containsKey("referer")) {
            request = request.withHeader("Referer", referer(asked.url()));
        }
        for (Map.Entry<String, Optional<String>> header : headers.entrySet()) {
            String name = header.getKey();
            if (!CLIENTS_OWN.contains(name)) {
                request = header.getValue().isPresent()
                        ? request.withHeader(spelled(name), header.getValue().get())
                        : request.withoutHeader(name);
            }
        }
        return request;
    }

    /** As most people write names of fields, for servers that cannot read them otherwise. */
    private static String spelled(String name) {
        StringBuilder spelled = new StringBuilder(name);
        for (int at = 0; at < name.length(); at++) {
            if (at == 0 || name.charAt(at - 1) == '-') {
                spelled.setCharAt(at, Character.toUpperCase(name.charAt(at)));
            }
        }
        return spelled.toString();
    }

    /** RFC 9110 section 10.1.3 forbids user information and fragment; a query may be a secret as well. */
    private static String referer(String url) {
        int begin = url.indexOf("//") + 2;
        int end = indexOfAny(url, "/?#", begin);
        int host = Math.max(begin, url.lastIndexOf('@', end - 1) + 1);
        String path = url.substring(end, indexOfAny(url, "?#", end));
        return url.substring(0, begin) + url.substring(host, end) + (path.isEmpty() ? "/" : path);
    }

    private static int indexOfAny(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static Redirects redirects(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("Too many redirections: expected to follow 0 or more, got " + most);
        }
        return Redirects.defaults().withMost(most);
    }

    private static Request prepared(Request request, PrepareCallback callback) {
        return request.withPreparation(new Preparation(callback));
    }

    /** Equal for the same callback, so that connections can be told apart by it. */
    private record Preparation(PrepareCallback callback) implements Function<NetworkChannel, Duration> {
        @Override
        public Duration apply(NetworkChannel socket) {
            try {
                return span(callback.call(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
