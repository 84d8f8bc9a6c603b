package dev.jackfield.resolver.internal;

import dev.jackfield.resolver.ResolverOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Options from a configuration; what it leaves out is as the system properties say. */
final class ConfiguredOptions {
    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");
    private static final String NOTHING_USED = "; nothing of it is used";

    private ConfiguredOptions() {}

    /** A wrong value must not take the names away from everybody. */
    static ResolverOptions options(ResolverForm config, ResolverOptions otherwise) {
        try {
            return OptionTexts.read(name -> text(config, name), ofSystemProperties());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Configuration dev.jackfield.resolver: " + e.getMessage() + NOTHING_USED);
            return otherwise;
        }
    }

    static ResolverOptions ofSystemProperties() {
        try {
            return ResolverOptions.ofSystemProperties();
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "System properties of the resolver: " + e.getMessage() + NOTHING_USED);
            return ResolverOptions.defaults();
        }
    }

    private static String text(ResolverForm config, String name) {
        return switch (name) {
            case ResolverOptions.HOSTS -> config.hosts();
            case ResolverOptions.DNS -> String.join(",", config.dns());
            case ResolverOptions.RESOLV_CONF -> config.resolv_conf();
            case ResolverOptions.SERVICES -> config.services();
            case ResolverOptions.RESOLVER -> config.resolver();
            default -> throw new IllegalArgumentException("Expected one of our settings, got " + name);
        };
    }
}
