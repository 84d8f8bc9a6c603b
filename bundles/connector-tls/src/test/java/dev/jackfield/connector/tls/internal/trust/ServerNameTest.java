package dev.jackfield.connector.tls.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9525 section 6.3 and 6.4; the golden vectors are tried by itest/parity. */
class ServerNameTest {
    @ParameterizedTest
    @CsvSource({
        "a.test, a.test",
        "A.Test, a.TEST",
        "a.test., a.test",
        "a.test, a.test.",
        "*.test, a.test",
        "*.a.test, xn--4ca.a.test",
        "xn--fa-hia.de, faß.de",
        "*.de, faß.de",
        "_x.test, _x.test",
        "localhost, localhost",
        "*.test., a.test"
    })
    void meansTheHost(String presented, String host) {
        assertThat(ServerName.of(host).matchesDns(presented)).isTrue();
        assertThat(ServerName.of(host).matchesIp(presented)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "b.test, a.test",
        "'', a.test",
        "*, a.test",
        "*, localhost",
        "*., localhost",
        "*.test, test",
        "*.test, x.a.test",
        "a*.test, ab.test",
        "*a.test, ba.test",
        "*.*.test, a.b.test",
        "a.*.test, a.b.test",
        "**.test, a.test",
        ".test, a.test",
        "xn--*.test, xn--4ca.test",
        "*.0.0.1, 127.0.0.1",
        "127.0.0.1, 127.0.0.1",
        "::1, ::1",
        "\u212A.test, k.test",
        "a.test.., a.test",
        "' a.test', a.test"
    })
    void meansAnother(String presented, String host) {
        assertThat(ServerName.of(host).matchesDns(presented)).isFalse();
    }

    @Test
    void endsNoNameAtItsNul() {
        assertThat(ServerName.of("a.test").matchesDns("a.test\0.evil.test")).isFalse();
        assertThat(ServerName.of("a.test").matchesDns("a.test\0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::1, 2001:db8:0:0::1",
        "fe80::1, fe80::1%eth0",
        "192.0.2.1, ::ffff:192.0.2.1"
    })
    void meansTheAddress(String presented, String host) {
        assertThat(ServerName.of(host).matchesIp(presented)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.2", "127.0.0.1, a.test", "a.test, 127.0.0.1", "::1, 127.0.0.1"})
    void meansAnotherAddress(String presented, String host) {
        assertThat(ServerName.of(host).matchesIp(presented)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..test", ".a.test", "*.a.test", "a.test\n", "a b", "a\0.test"})
    void isNoHost(String host) {
        assertThatThrownBy(() -> ServerName.of(host)).isInstanceOf(IllegalArgumentException.class);
    }
}
