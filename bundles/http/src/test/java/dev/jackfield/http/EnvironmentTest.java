package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment says about proxies. */
class EnvironmentTest {
    @ParameterizedTest
    @CsvSource({
        "http://p.test:3128, forward(p.test:3128), connect(p.test:3128)",
        "http://p.test/, forward(p.test:80), connect(p.test:80)",
        "http://p.test:, forward(p.test:80), connect(p.test:80)",
        "p.test:8080, forward(p.test:8080), connect(p.test:8080)",
        "HTTP://[2001:DB8::1]:3128, forward([2001:db8::1]:3128), connect([2001:db8::1]:3128)",
        "http://[::1], forward([::1]:80), connect([::1]:80)",
        "http://bücher.test, forward(xn--bcher-kva.test:80), connect(xn--bcher-kva.test:80)",
        "https://p.test, tls(high) > forward(p.test:443), tls(high) > connect(p.test:443)",
        "socks4://p.test, socks4(p.test:1080), socks4(p.test:1080)",
        "socks4a://me@p.test:1, socks4a(me@p.test:1), socks4a(me@p.test:1)",
        "socks5://127.0.0.1, socks5(127.0.0.1:1080), socks5(127.0.0.1:1080)",
        "socks5h://127.0.0.1, socks5(127.0.0.1:1080), socks5(127.0.0.1:1080)",
    })
    void proxiesBecomeRoutes(String proxy, String http, String https) {
        Routes routes = Routes.ofEnvironment(Map.of("all_proxy", proxy));
        assertThat(routes.route("http://a.test/")).isEqualTo(Route.parse("plain > " + http));
        assertThat(routes.route("https://a.test/")).isEqualTo(Route.parse("plain > " + https));
    }

    @Test
    void decodesUserAndPassword() {
        Routes routes = Routes.ofEnvironment(Map.of("http_proxy", "http://a%40b:p%3Aw+%c3%A9%25é@p.test:3128"));
        assertThat(routes.route("http://a.test/"))
                .isEqualTo(Routes.DIRECT.then(
                        Link.of("forward", HostPort.of("p.test", 3128), new Credentials("a@b", "p:w+é%é"))));
        assertThat(routes.toString()).doesNotContain("w+é");
    }

    @Test
    void eachSchemeHasItsOwnVariable() {
        Routes routes = Routes.ofEnvironment(Map.of("http_proxy", "h.test", "https_proxy", "s.test"));
        assertThat(routes.route("http://a.test/")).hasToString("plain > forward(h.test:80)");
        assertThat(routes.route("https://a.test/")).hasToString("plain > connect(s.test:80)");
        assertThat(Routes.ofEnvironment(Map.of("http_proxy", "h.test")).route("https://a.test/"))
                .isEqualTo(Routes.DIRECT);
        assertThat(Routes.ofEnvironment(Map.of("https_proxy", "s.test", "all_proxy", "socks5://x.test"))
                        .route("http://a.test/"))
                .hasToString("plain > socks5(x.test:1080)");
        assertThat(Routes.ofEnvironment(Map.of())).isEqualTo(Routes.direct());
    }

    @Test
    void withoutAProxyTheListSaysNothing() {
        assertThat(Routes.ofEnvironment(Map.of("no_proxy", "*", "http_proxy", "")))
                .isEqualTo(Routes.direct());
        String told = Heard.of("dev.jackfield.http", () -> Routes.ofEnvironment(Map.of("no_proxy", "<local>")));
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.",
                "192.168.*",
                "<local>",
                "example.com/",
                "127.1",
                "10/8",
                "b.test:x",
                "10.0.0.0/33",
                "http://b.test",
                "[::1"
            })
    void whatIsNoPatternMatchesNothingAndIsTold(String entry) {
        String told = Heard.of("dev.jackfield.http", () -> {
            Routes routes =
                    Routes.ofEnvironment(Map.of("NO_PROXY", "a.test," + entry + ",c.test", "all_proxy", "p.test"));
            assertThat(routes.route("http://a.test/")).isEqualTo(Routes.DIRECT);
            assertThat(routes.route("http://c.test/")).isEqualTo(Routes.DIRECT);
            assertThat(routes.route("http://192.168.0.1/")).hasToString("plain > forward(p.test:80)");
            assertThat(routes.route("http://b.test/")).hasToString("plain > forward(p.test:80)");
            assertThat(routes.route("http://10.0.0.1/")).hasToString("plain > forward(p.test:80)");
        });
        assertThat(told)
                .containsOnlyOnce("WARNING NO_PROXY: Entry 2 matches nothing: Column ")
                .hasLineCount(1);
    }

    @Test
    void somebodyMayBeNearWithoutAnyProxy() {
        assertThat(Routes.directTo("a.test 10.0.0.0/8"))
                .hasToString("a.test = plain\n*.a.test = plain\n10.0.0.0/8 = plain");
        assertThat(Routes.directTo("")).isEqualTo(Routes.direct());
    }

    @ParameterizedTest
    @CsvSource({
        "'a.test,b.test:x', 'Column 15: Expected a port from 1 to 65535'",
        "'a.test 10.0.0.0/33', 'Column 17: Expected a number of bits from 0 to 32'",
        "'a.test,http://b.test', 'Column 8: Expected a host, got a URL'",
        "'<local>', 'Column 1: Expected the name or the address of a host, got something else'",
    })
    void saysWhoIsNoneToBeNear(String list, String message) {
        assertThatThrownBy(() -> Routes.directTo(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void lowerCaseComesFirstAndAnEmptyOneIsNone() {
        assertThat(route(Map.of("http_proxy", "a.test", "HTTP_PROXY", "b.test")))
                .hasToString("plain > forward(a.test:80)");
        assertThat(route(Map.of("http_proxy", "", "HTTP_PROXY", "b.test"))).hasToString("plain > forward(b.test:80)");
        assertThat(route(Map.of("ALL_PROXY", "b.test", "NO_PROXY", "x.test"))).isEqualTo(Routes.DIRECT);
    }

    @Test
    void clientsOfACgiProgramDoNotChooseItsProxy() {
        assertThat(route(Map.of("HTTP_PROXY", "evil.test", "REQUEST_METHOD", "GET")))
                .isEqualTo(Routes.DIRECT);
        assertThat(route(Map.of("HTTP_PROXY", "evil.test", "REQUEST_METHOD", "", "all_proxy", "good.test")))
                .hasToString("plain > forward(good.test:80)");
        assertThat(route(Map.of("http_proxy", "good.test", "REQUEST_METHOD", "GET")))
                .hasToString("plain > forward(good.test:80)");
    }

    @ParameterizedTest
    @CsvSource({
        "*, a.test, true",
        "'a.test,b.test', b.test, true",
        "'a.test , b.test', b.test, true",
        "'a.test b.test', b.test, true",
        "'a.test,,', b.test, false",
        "a.test, x.a.test, true",
        "a.test, xa.test, false",
        ".a.test, x.a.test, true",
        ".a.test, a.test, true",
        "*.a.test, a.test, false",
        "*.a.test, x.a.test, true",
        "A.TEST, a.test, true",
        "a.test:80, a.test, true",
        "a.test:81, a.test, false",
        "a.test:81, x.a.test:81, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1:81, 127.0.0.1, false",
        "127.0.0.1, 127.0.0.2, false",
        "127.0.0.0/8, 127.0.0.2, true",
        "127.0.0.0/8, localhost, false",
        "::1, [::1], true",
        "[::1], [::1], true",
        "[::1]:81, [::1], false",
        "2001:db8::/32, [2001:db8::1], true",
        "[2001:db8::]/32, [2001:db9::1], false",
    })
    void somebodyIsNearEnough(String list, String host, boolean direct) {
        Routes routes = Routes.ofEnvironment(Map.of("no_proxy", list, "all_proxy", "p.test"));
        assertThat(routes.route("http://" + host + "/").equals(Routes.DIRECT)).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy, ftp://secret@p.test, 'http_proxy: Column 1: Expected http, https, socks4, socks4a, socks5 or socks5h'",
        "HTTPS_PROXY, 'http://u:secret@', 'HTTPS_PROXY: Column 17: '",
        "all_proxy, 'http://u:secret@p.test:99999', 'all_proxy: Column 24: Expected a port from 1 to 65535'",
        "all_proxy, 'http://u:secret@p.test:0', 'all_proxy: Column 24: Expected a port from 1 to 65535'",
        "all_proxy, 'http://u:secret/@p.test:', 'all_proxy: Column 16: Expected nothing behind host and port'",
        "all_proxy, 'http://u:secret?@p.test:', 'all_proxy: Column 16: Expected nothing behind host and port'",
        "all_proxy, 'http://p.test/secret', 'all_proxy: Column 14: Expected nothing behind host and port'",
        "all_proxy, 'http://u:secret%4@p.test', 'all_proxy: Column 16: Expected two hexadecimal digits behind %'",
        "all_proxy, 'http://u:secret%g0@p.test', 'all_proxy: Column 16: Expected two hexadecimal digits behind %'",
        "all_proxy, 'http://u:secret%ff@p.test', 'all_proxy: Column 10: Expected the octets of UTF-8 text behind %'",
        "all_proxy, 'http://u:secret%0a@p.test', 'all_proxy: Column 8: Expected a password without control characters'",
        "all_proxy, 'http://u:secret@[::1', 'all_proxy: Column 17: Expected an IPv6 address in brackets'",
        "all_proxy, 'http://u:secret@[127.0.0.1]', 'all_proxy: Column 17: Expected an IPv6 address in brackets'",
        "all_proxy, 'http://u:secret@p test', 'all_proxy: Column 17: '",
        "all_proxy, 'u:secret', 'all_proxy: Column 3: Expected a port from 1 to 65535'",
        "all_proxy, 'http://user\\secret>p.test:3128', 'all_proxy: Column 8: Expected the name or the address of a host'",
    })
    void saysWhichVariableIsWrong(String variable, String value, String message) {
        assertThatThrownBy(() -> Routes.ofEnvironment(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .message()
                .doesNotContain("secret");
    }

    private static Route route(Map<String, String> environment) {
        return Routes.ofEnvironment(environment).route("http://x.test/");
    }
}
