package dev.jackfield.http.internal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Pooling;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.ResponseLimits;
import dev.jackfield.http.Timeouts;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void everyKeyHasItsPlace() {
        ClientOptions options = read(Map.ofEntries(
                entry("timeout", 1),
                entry("timeout.connect", 8),
                entry("timeout.acquire", "9"),
                entry("deadline", 10),
                entry("idle", "2"),
                entry("plug.wait", 0L),
                entry("max.per.host", 4.0),
                entry("max.age", 11),
                entry("unchecked", 13),
                entry("drain", 14),
                entry("max.head", " 64 "),
                entry("max.fields", (short) 6),
                entry("max.interim", 0),
                entry("max.body", 1L << 40),
                entry("max.response", 1L << 41),
                entry("max.ratio", 12),
                entry("max.redirects", 3),
                entry("redirect.downgrade", "true"),
                entry("user.agent", "")));
        assertThat(options.withRoutes(ClientOptions.defaults().routes()))
                .isEqualTo(ClientOptions.defaults()
                        .withTimeouts(new Timeouts(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                Duration.ofSeconds(10),
                                Timeouts.defaults().proceed()))
                        .withPooling(new Pooling(
                                4,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(11),
                                Duration.ofMillis(13),
                                Duration.ofSeconds(14)))
                        .withLimits(new ResponseLimits(64, 6, 0, 1L << 40, 1L << 41, 12))
                        .withRedirects(new Redirects(3, true))
                        .withPlugWait(Duration.ZERO)
                        .withUserAgent(""));
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "false, NONE", "shared, SHARED", "true, SHARED", "own, OWN"})
    void cookiesAreNobodysEverybodysOrTheClientsOwn(String text, Cookies jar) {
        assertThat(ConfiguredOptions.read(Map.of("cookies", text), Map.of()).cookies())
                .isEqualTo(jar);
    }

    @Test
    void cookiesMayBeAFlag() {
        assertThat(ConfiguredOptions.read(Map.of("cookies", true), Map.of()).cookies())
                .isEqualTo(Cookies.SHARED);
        assertThat(ConfiguredOptions.read(Map.of(), Map.of()).cookies()).isEqualTo(Cookies.NONE);
    }

    @Test
    void rulesComeBeforeTheEnvironmentAndThatBeforeTheRoute() {
        List<String> rules = List.of("*.one.test = socks", "# none", "https://* = plain > x(a = b)");
        for (Object several : List.of(rules, rules.toArray(new String[0]), String.join("\n", rules))) {
            ClientOptions options =
                    read(Map.of("routes", several, "environment", "true", "route", "other", "tls", "tls(low)"));
            assertThat(options.routes().route("http://a.one.test/")).hasToString("socks");
            assertThat(options.routes().route("https://a.test/")).hasToString("plain > x(a = b)");
            assertThat(options.routes().route("http://near.test/")).hasToString("plain");
            assertThat(options.routes().route("http://a.test/")).hasToString("plain > forward(p.test:80)");
            assertThat(options.tls()).hasToString("tls(low)");
        }
        assertThat(read(Map.of("route", "other", "environment", false)).routes().route("http://a.test/"))
                .hasToString("other");
    }

    @ParameterizedTest
    @CsvSource({
        "route, plain > x(u:secret@a:1, 'route: Column 23: Expected a closing bracket'",
        "tls, tls(, 'tls: Column 5: Expected a closing bracket'",
        "routes, a.test:x = plain, 'routes: Line 1: Column 8: Expected a port'",
        "timeout, plain > x(u:secret@a:1), 'timeout: expected a whole number from 1 to 2147483647, got another String'",
    })
    void saysWhatIsWrongAndNoPassword(String key, String value, String message) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void saysWhatIsWrongInTheEnvironment() {
        Map<String, String> wrong = Map.of("all_proxy", "http://u:secret@");
        assertThatThrownBy(() -> ConfiguredOptions.read(Map.of("environment", true), wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("environment: all_proxy: Column 17: Expected");
        assertThat(ConfiguredOptions.read(Map.of(), wrong)).isNotNull();
    }

    static Stream<Arguments> wrongTypes() {
        String whole = ": expected a whole number from ";
        return Stream.of(
                arguments("timeout", "soon", "timeout" + whole + "1 to 2147483647, got \"soon\""),
                arguments("timeout", "", "timeout" + whole + "1 to 2147483647, got \"\""),
                arguments("timeout", 99_999_999_999L, "timeout" + whole + "1 to 2147483647, got \"99999999999\""),
                arguments("timeout", 1.5, "timeout" + whole + "1 to 2147483647, got \"1.5\""),
                arguments("timeout", Double.NaN, "timeout" + whole + "1 to 2147483647, got \"NaN\""),
                arguments("timeout", "1e999999999", "timeout" + whole + "1 to 2147483647, got \"1e999999999\""),
                arguments("timeout", 0, "timeout" + whole + "1 to 2147483647, got \"0\""),
                arguments("timeout", new int[] {1}, "timeout" + whole + "1 to 2147483647, got another int[]"),
                arguments("idle", true, "idle" + whole + "1 to 2147483647, got \"true\""),
                arguments("plug.wait", -1, "plug.wait" + whole + "0 to 2147483647, got \"-1\""),
                arguments("max.head", 63, "max.head" + whole + "64 to 2147483647, got \"63\""),
                arguments("max.body", "x", "max.body" + whole + "0 to 9223372036854775807, got \"x\""),
                arguments(
                        "max.body",
                        BigInteger.ONE.shiftLeft(63),
                        "max.body" + whole + "0 to 9223372036854775807, got \"9223372036854775808\""),
                arguments("environment", "yes", "environment: expected true or false, got \"yes\""),
                arguments("environment", 1, "environment: expected true or false, got \"1\""),
                arguments("environment", "True", "environment: expected true or false, got \"True\""),
                arguments("cookies", "yes", "cookies: expected none or shared or own or false or true, got \"yes\""),
                arguments("route", 5, "route: expected a text, got \"5\""),
                arguments("route", new String[] {"plain"}, "route: expected a text, got another String[]"),
                arguments("tls", List.of("tls(high)"), "tls: expected a text, got another List"),
                arguments("user.agent", "a\nb", ""),
                arguments("routes", new Object[] {"* = plain", 7}, "routes: expected a list of texts, got \"7\""),
                arguments("routes", 7, "routes: expected a list of texts, got \"7\""));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void saysWhichTypeIsWrong(String key, Object value, String message) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotEmpty()
                .startsWith(message.replaceFirst("another List$", "another "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmeout", "rout", "routs", "Route", "max_body", ""})
    void knowsItsKeys(String key) {
        assertThatThrownBy(() -> read(Map.of(key, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Expected keys of [cookies, deadline, drain, environment, idle, max.age, max.body,")
                .hasMessageEndingWith(", got \"" + key + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service.pid",
                "service.ranking",
                "component.name",
                "felix.fileinstall.filename",
                "event.topics",
                "org.apache.karaf.features.configKey",
                ".felix.mine",
                "loops.target"
            })
    void leavesTheKeysOfOsgiAlone(String key) {
        assertThat(read(Map.of(key, "x", "max.per.host", 7)).pooling().maxPerHost())
                .isEqualTo(7);
    }

    @Test
    void keysWithADotBeforeThemAreNotShownToEverybody() {
        assertThat(read(Map.of(".route", "plain > socks5(u:p@h:1)", "max.per.host", 7)))
                .isEqualTo(read(Map.of("route", "plain > socks5(u:p@h:1)", "max.per.host", 7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(".rout", "plain")))
                .withMessageContaining("\"rout\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(".route", "plain", "route", "plain")))
                .withMessage("Expected a key with a dot before it or without, got both \"route\" and \".route\"");
    }

    private static ClientOptions read(Map<String, Object> settings) {
        return ConfiguredOptions.read(settings, ENVIRONMENT).options();
    }
}
