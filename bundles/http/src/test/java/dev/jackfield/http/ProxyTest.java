package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One proxy to everywhere: the seed's {@code set_proxy}. */
class ProxyTest {
    @ParameterizedTest
    @CsvSource({
        "http://p.test:3128, forward(p.test:3128), connect(p.test:3128)",
        "http://p.test, forward(p.test:80), connect(p.test:80)",
        "HTTP://[2001:DB8::1]:3128/, forward([2001:db8::1]:3128), connect([2001:db8::1]:3128)",
        "https://p.test, tls(high) > forward(p.test:443), tls(high) > connect(p.test:443)",
        "socks5://p.test, socks5(p.test:1080), socks5(p.test:1080)",
    })
    void isARouteForEachScheme(String url, String http, String https) {
        Routes routes = Routes.ofProxy(url);
        assertThat(routes.route("http://a.test/")).isEqualTo(Route.parse("plain > " + http));
        assertThat(routes.route("https://a.test/")).isEqualTo(Route.parse("plain > " + https));
    }

    @ParameterizedTest
    @CsvSource({
        "http://p.test, 3128",
        "http://p.test:, 3128",
        "http://[::1]:/, 3128",
        "https://p.test, 3128",
        "http://p.test:80, 80"
    })
    void whereItHasNoPortAnotherMayBeTheUsualOne(String url, int port) {
        Route route = Routes.ofProxy(url, 3128).route("http://a.test/");
        Link last = route.links().get(route.links().size() - 1);
        assertThat(last.address().orElseThrow().port()).isEqualTo(port);
    }

    @Test
    void hasUserAndPassword() {
        Routes routes = Routes.ofProxy("http://me:s%20t@p.test:8080");
        assertThat(routes.route("https://a.test/"))
                .isEqualTo(Routes.DIRECT.then(
                        Link.of("connect", HostPort.of("p.test", 8080), new Credentials("me", "s t"))));
        assertThat(routes.toString()).contains("me:***@p.test:8080").doesNotContain("s t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hush",
                "hush:80",
                "DIRECT",
                "ftp://hush:80",
                "http:/hush",
                "http://",
                "http:///hush",
                "http://:80",
                " http://hush",
                "http://hush:0",
                "http://hush:80x",
                "http://hush:65536",
                "http://h ush:80",
                "http://hush\n:80",
                "http://u:hush#@p.test",
                "http://[::1"
            })
    void isRefusedWithoutBeingShown(String url) {
        assertThatThrownBy(() -> Routes.ofProxy(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Column \\d+: Expected .+")
                .message()
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536, -1})
    void theUsualPortHasARange(int port) {
        assertThatThrownBy(() -> Routes.ofProxy("http://p.test", port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a default port from 1 to 65535, got " + port);
    }
}
