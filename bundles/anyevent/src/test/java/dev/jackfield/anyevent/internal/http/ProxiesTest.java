package dev.jackfield.anyevent.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.connector.Credentials;
import dev.jackfield.http.Routes;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final HttpProxy PROXY = HttpProxy.of("p.test", 3128);

    @Test
    void forwardsHttpAndTunnelsHttps() {
        Routes routes = Proxies.routes(new HttpProxy("p.test", 3128, new Credentials("u", "secret")));

        assertThat(routes.route("http://a.test/")).hasToString("plain > forward(u:***@p.test:3128)");
        assertThat(routes.route("https://a.test/")).hasToString("plain > connect(u:***@p.test:3128)");
        assertThat(Proxies.routes(HttpProxy.NONE)).isEqualTo(Routes.direct());
    }

    @Test
    void takesCredentialsFromTheField() {
        assertThat(as("Basic dTpzZWNyZXQ=").credentials()).isEqualTo(new Credentials("u", "secret"));
        assertThat(Proxies.as(Map.of(), PROXY)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic ?", "Basic dQ==", "Bearer dTpzZWNyZXQ="})
    void leavesAloneWhatItCannotRead(String field) {
        assertThat(as(field)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "socks5://p.test", "http://p.test:99999"})
    void aVariableThatCannotBeReadIsNone(String value) {
        assertThat(ProxyUrls.ofEnvironment(Map.of("http_proxy", value))).isEqualTo(HttpProxy.NONE);
    }

    @Test
    void onlyTheVariableInLowerCaseCounts() {
        assertThat(ProxyUrls.ofEnvironment(Map.of("http_proxy", "http://p.test")))
                .isEqualTo(PROXY);
        assertThat(ProxyUrls.ofEnvironment(Map.of("HTTP_PROXY", "http://p.test", "all_proxy", "http://p.test")))
                .isEqualTo(HttpProxy.NONE);
    }

    private static HttpProxy as(String field) {
        return Proxies.as(Map.of("proxy-authorization", Optional.of(field)), PROXY);
    }
}
