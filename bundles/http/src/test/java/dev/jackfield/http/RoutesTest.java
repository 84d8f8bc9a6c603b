package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for routes, as text and as data. */
class RoutesTest {
    private static final Route SOCKS = Route.parse("plain > socks5(127.0.0.1:1080)");

    @Test
    void theFirstRuleThatMatchesHolds() {
        Routes routes = Routes.parse("""
                # what is near

                10.0.0.0/8 = plain
                  *.example.com:8080 = plain > log(a = b)
                https://* = plain > connect(user:secret@p.test:3128)
                *=plain > socks5(127.0.0.1:1080)
                """);
        assertThat(routes.rules()).hasSize(4);
        assertThat(routes.route("http://10.1.2.3/")).isEqualTo(Routes.DIRECT);
        assertThat(routes.route("https://a.EXAMPLE.com:8080/")).hasToString("plain > log(a = b)");
        assertThat(routes.route("https://a.example.com/")).hasToString("plain > connect(user:***@p.test:3128)");
        assertThat(routes.route("http://a.example.com/")).isEqualTo(SOCKS);
    }

    @Test
    void whereNoneMatchesItIsPlain() {
        assertThat(Routes.direct().route("http://a.test/")).isEqualTo(Route.parse("plain"));
        assertThat(Routes.parse("b.test = x").route("http://a.test/")).isEqualTo(Routes.DIRECT);
        assertThat(Routes.of(SOCKS).route("https://a.test/")).isEqualTo(SOCKS);
    }

    @Test
    void othersComeAfter() {
        Routes routes = Routes.parse("a.test = plain").then(Routes.of(SOCKS));
        assertThat(routes.route("http://a.test/")).isEqualTo(Routes.DIRECT);
        assertThat(routes.route("http://b.test/")).isEqualTo(SOCKS);
    }

    @Test
    void printsWhatItReadsButForPasswords() {
        String text = "http://*.a.test:80 = plain > forward(127.0.0.1:3128)\n* = plain";
        assertThat(Routes.parse(text)).hasToString(text).isEqualTo(Routes.parse(text + "\n\n#"));
        assertThat(Routes.parse("* = plain > x(u:secret@a:1)").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "'a.test', 'Line 1: Column 7: Expected = and a route behind a pattern, got the end'",
        "'a.test =', 'Line 1: Column 9: Expected the name of a link, got the end'",
        "'\n\n a.test:x = plain', 'Line 3: Column 9: Expected a port from 1 to 65535'",
        "'*=plain\na.test = plain > x(u:secret@a:1', 'Line 2: Column 32: Expected a closing bracket'",
        "'= plain', 'Line 1: Column 1: '",
        "'# fine\na b = plain', 'Line 2: Column 1: '",
    })
    void saysInWhichLineAndColumnItIsWrong(String text, String message) {
        assertThatThrownBy(() -> Routes.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("secret");
    }
}
