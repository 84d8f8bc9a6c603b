package dev.jackfield.http.internal.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "origin.test:443, origin.test:443",
        "ORIGIN.Test.:1, origin.test.:1",
        "b\u00fccher.test:80, xn--bcher-kva.test:80",
        "fa\u00df.de:80, xn--fa-hia.de:80",
        "127.0.0.1:65535, 127.0.0.1:65535",
        "127.1:80, 127.0.0.1:80",
        "\uff11\uff12\uff17.0.0.1:80, 127.0.0.1:80",
        "[2001:DB8:0::1]:443, [2001:db8::1]:443",
        "[::ffff:192.0.2.1]:443, 192.0.2.1:443",
        "origin.test:https, origin.test:443",
        "origin.test:strange=4711, origin.test:4711",
    })
    void isWhatTheProxyCanConnectTo(String target, String expected) {
        assertThat(Authority.of(HostPort.parse(target))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "origin.test:0, port from 1 to 65535",
        "origin.test:strange, port from 1 to 65535",
        "/run/origin.sock, UNIX domain socket",
        "[fe80::1%1]:80, without a zone",
        "a..test:80, label",
        "xn--a.test:80, label",
    })
    void whatItCannotIsRefused(String target, String why) {
        HostPort parsed = HostPort.parse(target);
        assertThatThrownBy(() -> Authority.of(parsed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected")
                .hasMessageContaining(why);
    }
}
