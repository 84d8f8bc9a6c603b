package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.ClientOptions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options from a configuration: all of it or nothing. */
class ConfiguredOptionsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("http_proxy", "p.test", "no_proxy", "near.test");

    @Test
    void nothingConfiguredIsTheDefaults() {
        ClientOptions options = read(Map.of());
        assertThat(options.withRoutes(ClientOptions.defaults().routes())).isEqualTo(ClientOptions.defaults());
        assertThat(options.routes().route("http://a.test/")).hasToString("plain");
    }

    @Test
    void rulesComeBeforeTheEnvironmentAndThatBeforeTheRoute() {
        Map<String, Object> all = Map.of(
                "routes",
                new String[] {"*.one.test = socks", "# none", "https://* = plain > x(a = b)"},
                "environment",
                true,
                "route",
                "other",
                "tls",
                "tls(low)");
        ClientOptions options = read(all);
        assertThat(options.routes().route("http://a.one.test/")).hasToString("socks");
        assertThat(options.routes().route("https://a.test/")).hasToString("plain > x(a = b)");
        assertThat(options.routes().route("http://near.test/")).hasToString("plain");
        assertThat(options.routes().route("http://a.test/")).hasToString("plain > forward(p.test:80)");
        assertThat(options.tls()).hasToString("tls(low)");
        assertThat(read(Map.of("route", "other")).routes().route("http://a.test/"))
                .hasToString("other");
    }

    @ParameterizedTest
    @CsvSource({
        "route, plain > x(u:secret@a:1, 'route: Column 23: Expected a closing bracket'",
        "tls, tls(, 'tls: Column 5: Expected a closing bracket'",
        "routes, a.test:x = plain, 'routes: Line 2: Column 8: Expected a port'",
        "environment, http://u:secret@, 'environment: all_proxy: Column 17: Expected'",
    })
    void aWrongOneIsToldAndNothingIsUsed(String setting, String value, String message) {
        Map<String, Object> settings = Map.of(
                setting,
                setting.equals("routes") ? new String[] {"", value} : setting.equals("environment") ? true : value,
                "timeout",
                7);
        StringBuilder told = new StringBuilder();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord log) {
                told.append(log.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.jackfield.http");
        logger.addHandler(ear);
        try {
            ClientOptions before = ClientOptions.defaults().withTimeout(Duration.ofSeconds(1));
            assertThat(ConfiguredOptions.options(settings(settings), Map.of("all_proxy", value), before))
                    .isSameAs(before);
        } finally {
            logger.removeHandler(ear);
        }
        assertThat(told.toString())
                .startsWith("Configuration dev.jackfield.http: " + message)
                .endsWith("; nothing of it is used")
                .doesNotContain("secret");
    }

    private static ClientOptions read(Map<String, Object> settings) {
        return ConfiguredOptions.options(
                settings(settings), ENVIRONMENT, ClientOptions.defaults().withMaxPerHost(99));
    }

    private static Settings settings(Map<String, Object> given) {
        return (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {Settings.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
