package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.plain.PlainOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Options from a configuration. Read from the bare properties, because the defaults that an annotation has would hide
 * what the system properties say.
 */
public final class ConfiguredOptions {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    private ConfiguredOptions() {}

    /** To begin with: the configuration over the system properties over the defaults. */
    public static PlainOptions first(Map<String, ?> config) {
        PlainOptions system =
                orElse("System properties", PlainOptions::ofSystemProperties, PlainOptions.defaults(), "the defaults");
        return read(config, system, system);
    }

    /** After a change; where it cannot be used, all stays as it is. */
    public static PlainOptions changed(Map<String, ?> config, PlainOptions current) {
        return read(config, first(Map.of()), current);
    }

    private static PlainOptions read(Map<String, ?> config, PlainOptions base, PlainOptions otherwise) {
        return orElse(
                "Configuration dev.jackfield.connector.plain",
                () -> OptionTexts.read(base, text(config, "family"), text(config, "serial"), text(config, "stagger")),
                otherwise,
                "what was there before");
    }

    /** A wrong value must not take the connector away from everybody. */
    private static PlainOptions orElse(
            String source, Supplier<PlainOptions> read, PlainOptions otherwise, String instead) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, source + ": " + e.getMessage() + "; nothing of it is used, but " + instead);
            return otherwise;
        }
    }

    private static String text(Map<String, ?> config, String key) {
        Object value = config.get(key);
        return value == null ? null : value.toString();
    }
}
