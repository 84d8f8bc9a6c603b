package dev.jackfield.http.internal;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Options from the configuration {@code dev.jackfield.http}, as told in the description of the exported package. */
final class ConfiguredOptions {
    private static final String TIMEOUT = "timeout";
    private static final String IDLE = "idle";
    private static final String PLUG_WAIT = "plug.wait";
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
    static ClientOptions read(Map<String, Object> config, Map<String, String> environment) {
        Settings settings = new Settings(config);
        settings.checkKeys(ALL);
        ClientOptions usual = ClientOptions.defaults();
        return new ClientOptions(
                seconds(settings, TIMEOUT, 1, usual.timeout()),
                seconds(settings, IDLE, 1, usual.idle()),
                settings.number(MAX_PER_HOST, 1, usual.maxPerHost()),
                settings.number(MAX_HEAD, 64, usual.maxHead()),
                settings.number(MAX_FIELDS, 1, usual.maxFields()),
                settings.number(MAX_INTERIM, 0, usual.maxInterim()),
                settings.number(MAX_BODY, 0, Long.MAX_VALUE, usual.maxBody()),
                settings.text(USER_AGENT, usual.userAgent(), Function.identity()),
                routes(settings, environment),
                settings.text(TLS, usual.tls().toString(), Link::parse),
                seconds(settings, PLUG_WAIT, 0, usual.plugWait()));
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
