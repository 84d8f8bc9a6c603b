package dev.jackfield.http.internal;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Pooling;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.ResponseLimits;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Options from a configuration, as told in the description of the exported package. */
final class ConfiguredOptions {
    private static final String TIMEOUT = "timeout";
    private static final String IDLE = "idle";
    private static final String PLUG_WAIT = "plug.wait";
    private static final String CONNECT = "timeout.connect";
    private static final String ACQUIRE = "timeout.acquire";
    private static final String DEADLINE = "deadline";
    private static final String MAX_AGE = "max.age";
    private static final String UNCHECKED = "unchecked";
    private static final String DRAIN = "drain";
    private static final String MAX_RESPONSE = "max.response";
    private static final String MAX_RATIO = "max.ratio";
    private static final String MAX_REDIRECTS = "max.redirects";
    private static final String REDIRECT_DOWNGRADE = "redirect.downgrade";
    private static final String COOKIES = "cookies";
    private static final String MAX_PER_HOST = "max.per.host";
    private static final String MAX_HEAD = "max.head";
    private static final String MAX_FIELDS = "max.fields";
    private static final String MAX_INTERIM = "max.interim";
    private static final String MAX_BODY = "max.body";
    private static final String USER_AGENT = "user.agent";
    private static final String ROUTES = "routes";
    private static final String ENVIRONMENT = "environment";
    private static final String ROUTE = "route";
    private static final String TLS = "tls";
    private static final Set<String> ALL = Set.of(
            TIMEOUT,
            CONNECT,
            ACQUIRE,
            DEADLINE,
            MAX_AGE,
            UNCHECKED,
            DRAIN,
            MAX_RESPONSE,
            MAX_RATIO,
            MAX_REDIRECTS,
            REDIRECT_DOWNGRADE,
            COOKIES,
            IDLE,
            PLUG_WAIT,
            MAX_PER_HOST,
            MAX_HEAD,
            MAX_FIELDS,
            MAX_INTERIM,
            MAX_BODY,
            USER_AGENT,
            ROUTES,
            ENVIRONMENT,
            ROUTE,
            TLS);

    private ConfiguredOptions() {}

    /**
     * Reads a configuration: all of it or nothing.
     *
     * @throws IllegalArgumentException if something in it is wrong; tells what, and no password
     */
    static Terms read(Map<String, Object> config, Map<String, String> environment) {
        Settings settings = Settings.of(config);
        settings.checkKeys(ALL);
        ClientOptions usual = ClientOptions.defaults();
        ClientOptions options = usual.withTimeouts(timeouts(settings, usual.timeouts()))
                .withPooling(pooling(settings, usual.pooling()))
                .withLimits(limits(settings, usual.limits()))
                .withRedirects(redirects(settings, usual.redirects()))
                .withUserAgent(settings.text(USER_AGENT, usual.userAgent(), Function.identity()))
                .withRoutes(routes(settings, environment))
                .withTls(settings.text(TLS, usual.tls().toString(), Link::parse))
                .withPlugWait(seconds(settings, PLUG_WAIT, 0, usual.plugWait()));
        return new Terms(options, settings.choice(COOKIES, Cookies.NONE, Cookies.TEXTS), Optional.empty());
    }

    private static Timeouts timeouts(Settings settings, Timeouts usual) {
        return new Timeouts(
                seconds(settings, TIMEOUT, 1, usual.inactivity()),
                seconds(settings, CONNECT, 0, usual.connect()),
                seconds(settings, ACQUIRE, 0, usual.acquire()),
                seconds(settings, DEADLINE, 0, usual.deadline()),
                usual.proceed());
    }

    private static Pooling pooling(Settings settings, Pooling usual) {
        return new Pooling(
                settings.number(MAX_PER_HOST, 1, usual.maxPerHost()),
                seconds(settings, IDLE, 1, usual.idle()),
                seconds(settings, MAX_AGE, 0, usual.maxAge()),
                Duration.ofMillis(
                        settings.number(UNCHECKED, 0, (int) usual.unchecked().toMillis())),
                seconds(settings, DRAIN, 0, usual.drain()));
    }

    private static ResponseLimits limits(Settings settings, ResponseLimits usual) {
        return new ResponseLimits(
                settings.number(MAX_HEAD, 64, usual.maxHead()),
                settings.number(MAX_FIELDS, 1, usual.maxFields()),
                settings.number(MAX_INTERIM, 0, usual.maxInterim()),
                settings.number(MAX_BODY, 0, Long.MAX_VALUE, usual.maxBody()),
                settings.number(MAX_RESPONSE, 0, Long.MAX_VALUE, usual.maxResponse()),
                settings.number(MAX_RATIO, 1, usual.maxRatio()));
    }

    private static Redirects redirects(Settings settings, Redirects usual) {
        return new Redirects(
                settings.number(MAX_REDIRECTS, 0, usual.most()), settings.flag(REDIRECT_DOWNGRADE, usual.downgrade()));
    }

    private static Duration seconds(Settings settings, String key, int least, Duration otherwise) {
        return Duration.ofSeconds(settings.number(key, least, (int) otherwise.toSeconds()));
    }

    private static Routes routes(Settings settings, Map<String, String> environment) {
        Routes routes = settings.lines(ROUTES, Routes::parse);
        if (settings.flag(ENVIRONMENT, false)) {
            routes = routes.then(Settings.naming(ENVIRONMENT, Routes::ofEnvironment, environment));
        }
        return routes.then(Routes.of(settings.text(ROUTE, Routes.DIRECT.toString(), Route::parse)));
    }
}
