package dev.jackfield.http.internal;

import dev.jackfield.http.ClientOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Options from a configuration. */
final class ConfiguredOptions {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private ConfiguredOptions() {}

    private static ClientOptions options(Settings config) {
        return new ClientOptions(
                Duration.ofSeconds(config.timeout()),
                Duration.ofSeconds(config.idle()),
                config.max_per_host(),
                config.max_head(),
                config.max_fields(),
                config.max_interim(),
                config.max_body(),
                config.user_agent(),
                config.connector(),
                Duration.ofSeconds(config.plug_wait()));
    }

    /** A wrong number in a configuration must not take the client away from everybody. */
    static ClientOptions options(Settings config, ClientOptions otherwise) {
        try {
            return options(config);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Configuration dev.jackfield.http: " + e.getMessage() + "; nothing of it is used");
            return otherwise;
        }
    }
}
