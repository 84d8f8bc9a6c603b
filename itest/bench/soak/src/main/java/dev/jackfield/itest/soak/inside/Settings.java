package dev.jackfield.itest.soak.inside;

import dev.jackfield.itest.soak.door.Site;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What is configured. Each setting has versions, as many as you like, that differ and work alike. */
final class Settings {
    /** Name of the TLS profile. */
    static final String PROFILE = "soak";

    private static final int CONNECTIONS = 8;
    private static final int STAGGER_MILLIS = 250;
    private static final int COOKIES = 1_000;

    private final ConfigurationAdmin admin;
    private final Site site;

    Settings(ConfigurationAdmin admin, Site site) {
        this.admin = admin;
        this.site = site;
    }

    void all() throws IOException {
        client(0);
        connector(0);
        resolver(0);
        jar(0);
        profile(0);
    }

    /** An idle second instead of three, so that a quiet point is soon quiet; for what was unplugged it waits as it always does. */
    void client(int version) throws IOException {
        put(
                admin.getConfiguration("dev.jackfield.http", "?"),
                Map.of(
                        "cookies",
                        true,
                        "idle",
                        1,
                        "plug.wait",
                        2,
                        "tls",
                        "tls(" + PROFILE + ")",
                        "max.per.host",
                        CONNECTIONS + version % 2));
    }

    void connector(int version) throws IOException {
        put(
                admin.getConfiguration("dev.jackfield.connector.plain", "?"),
                Map.of("stagger", Integer.toString(STAGGER_MILLIS + version % 2)));
    }

    void resolver(int version) throws IOException {
        put(
                admin.getConfiguration("dev.jackfield.resolver", "?"),
                Map.of(
                        "hosts",
                        site.hosts(),
                        "resolver",
                        "hosts-first",
                        "services",
                        version % 2 == 0 ? "" : "/etc/services"));
    }

    void jar(int version) throws IOException {
        put(
                admin.getConfiguration("dev.jackfield.cookies", "?"),
                Map.of("max.cookies", Integer.toString(COOKIES + version % 2)));
    }

    void profile(int version) throws IOException {
        put(
                admin.getFactoryConfiguration("dev.jackfield.connector.tls.profile", PROFILE, "?"),
                Map.of("name", PROFILE, "trust", site.trust(), "handshake", Integer.toString(10 + version % 2)));
    }

    private static void put(Configuration configuration, Map<String, Object> properties) throws IOException {
        configuration.update(new Hashtable<>(properties));
    }
}
