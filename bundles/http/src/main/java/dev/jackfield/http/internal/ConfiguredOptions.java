package dev.jackfield.http.internal;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Routes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Options from a configuration. */
final class ConfiguredOptions {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private ConfiguredOptions() {}

    private static ClientOptions options(Settings config, Map<String, String> environment) {
        return new ClientOptions(
                Duration.ofSeconds(config.timeout()),
                Duration.ofSeconds(config.idle()),
                config.max_per_host(),
                config.max_head(),
                config.max_fields(),
                config.max_interim(),
                config.max_body(),
                config.user_agent(),
                routes(config, environment),
                read("tls", Link::parse, config.tls()),
                Duration.ofSeconds(config.plug_wait()));
    }

    private static Routes routes(Settings config, Map<String, String> environment) {
        Routes routes = read("routes", Routes::parse, String.join("\n", config.routes()));
        if (config.environment()) {
            routes = routes.then(read("environment", Routes::ofEnvironment, environment));
        }
        return routes.then(Routes.of(read("route", Route::parse, config.route())));
    }

    private static <T, R> R read(String setting, Function<T, R> reader, T value) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    /** Something wrong in a configuration must not take the client away from everybody. */
    static ClientOptions options(Settings config, Map<String, String> environment, ClientOptions otherwise) {
        try {
            return options(config, environment);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Configuration dev.jackfield.http: " + e.getMessage() + "; nothing of it is used");
            return otherwise;
        }
    }
}
