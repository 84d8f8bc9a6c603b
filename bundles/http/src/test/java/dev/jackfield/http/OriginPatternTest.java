package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.RouteSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which origins a pattern stands for. */
class OriginPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*, a.test:80, true",
        "*:81, a.test:80, false",
        "*:80, a.test:80, true",
        "A.Test, a.test:80, true",
        "a.test., a.test:80, true",
        "a.test, a.test.:80, true",
        "a.test, b.a.test:80, false",
        "bücher.test, xn--bcher-kva.test:80, true",
        "xn--bcher-kva.test, BÜCHER.test:80, true",
        "*.a.test, b.a.test:80, true",
        "*.a.test, c.b.a.test:80, true",
        "*.a.test, a.test:80, false",
        "*.a.test, ba.test:80, false",
        "*.a.test, .a.test:80, false",
        "*.bücher.test, a.xn--bcher-kva.test:80, true",
        "a_b.test, a_b.test:80, true",
        "127.0.0.1, 127.0.0.1:80, true",
        "127.0.0.1, 127.1:80, true",
        "127.0.0.1, 0x7f000001:80, true",
        "127.0.0.1, 127.0.0.2:80, false",
        "127.0.0.1, localhost:80, false",
        "127.0.0.1, [::ffff:127.0.0.1]:80, true",
        "[::ffff:10.0.0.0]/104, 10.1.2.3:80, true",
        "[::ffff:10.0.0.1], 10.0.0.1:80, true",
        "10.0.0.0/8, 10.255.0.1:80, true",
        "10.1.2.3/8, 10.255.0.1:80, true",
        "10.0.0.0/8:81, 10.255.0.1:80, false",
        "10.0.0.0/8, 11.0.0.1:80, false",
        "192.0.2.128/25, 192.0.2.129:80, true",
        "192.0.2.128/25, 192.0.2.127:80, false",
        "0.0.0.0/0, 203.0.113.1:80, true",
        "0.0.0.0/0, [2001:db8::1]:80, false",
        "[::]/0, [2001:db8::1]:80, true",
        "[::]/0, 203.0.113.1:80, false",
        "[2001:db8::1], [2001:DB8:0::1]:80, true",
        "[2001:db8::]/33, [2001:db8:7fff::1]:80, true",
        "[2001:db8::]/33, [2001:db8:8000::1]:80, false",
        "[2001:db8::]/65, [2001:db8::7fff:0:0:1]:80, true",
        "[2001:db8::]/65, [2001:db8::8000:0:0:1]:80, false",
        "[2001:db8::]/32:81, [2001:db8::1]:81, true",
        "[2001:db8::]/32:81, [2001:db8::1]:80, false",
        "10.0.0.0/8, a.test:80, false",
    })
    void matchesHostsAndPorts(String pattern, String origin, boolean matches) {
        HostPort hostPort = origin.startsWith(".") ? HostPort.of(".a.test", 80) : HostPort.parse(origin);
        assertThat(OriginPattern.parse(pattern).matches(false, hostPort)).isEqualTo(matches);
        assertThat(OriginPattern.parse("https://" + pattern).matches(false, hostPort))
                .isFalse();
        assertThat(OriginPattern.parse("HTTPS://" + pattern).matches(true, hostPort))
                .isEqualTo(matches);
        assertThat(OriginPattern.parse(" http://" + pattern + "\t").matches(false, hostPort))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "*, *",
        "HTTP://A.test.:080, http://a.test:80",
        "*.BÜCHER.test, *.xn--bcher-kva.test",
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.3/32, 10.1.2.3",
        "https://[2001:DB8::1]/32:443, https://[2001:db8::]/32:443",
        "[2001:db8::1], [2001:db8::1]",
        "0.0.0.0/0, 0.0.0.0/0",
    })
    void printsItsOneForm(String pattern, String printed) {
        assertThat(OriginPattern.parse(pattern))
                .hasToString(printed)
                .isEqualTo(OriginPattern.parse(printed))
                .hasSameHashCodeAs(OriginPattern.parse(printed));
        assertThat(OriginPattern.parse(pattern)).isNotEqualTo(OriginPattern.parse("other.test"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, Expected",
        "'  ', 3, Expected",
        "'  :80', 3, Expected",
        "'ftp://a', 1, 'Expected http:// or https:// before the host, or nothing, got another scheme'",
        "'a b', 1, Expected",
        "'a:0', 3, 'Expected a port from 1 to 65535'",
        "'a:65536', 3, 'Expected a port from 1 to 65535'",
        "'a:', 3, 'Expected a port from 1 to 65535'",
        "'a:80x', 3, 'Expected a port from 1 to 65535'",
        "'a/8', 1, 'Expected an IPv4 address as four numbers up to 255, such as 192.0.2.1, got another form'",
        "'10.0.0.0/33', 10, 'Expected a number of bits from 0 to 32'",
        "'10.0.0.0/', 10, 'Expected a number of bits from 0 to 32'",
        "'10.0.0.0/8x', 10, 'Expected a number of bits from 0 to 32'",
        "'10/8', 1, Expected an IPv4 address",
        "'192.168.', 1, Expected an IPv4 address",
        "'1.2.3.256', 1, Expected an IPv4 address",
        "'010.0.0.1', 1, Expected an IPv4 address",
        "'::1', 1, 'Expected brackets around an IPv6 address, or one port at most, got colons'",
        "'[::1', 1, Expected an IPv6 address in brackets",
        "'[1.2.3.4]', 1, Expected an IPv6 address in brackets",
        "'[::1]x', 6, 'Expected a port from 1 to 65535 or the end, got something else'",
        "'[::1]/129', 7, 'Expected a number of bits from 0 to 128'",
        "'*a', 1, Expected",
        "'*.', 3, Expected",
        "'a.*.b', 1, Expected",
        "'*/8', 2, Expected a port",
        "'a:80:', 1, Expected brackets",
    })
    void saysWhereItIsWrong(String text, int column, String message) {
        assertThatThrownBy(() -> OriginPattern.parse(text))
                .isInstanceOfSatisfying(
                        RouteSyntaxException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageStartingWith("Column " + column + ": " + message);
    }

    @Test
    void theOneForAll() {
        assertThat(OriginPattern.ANY.matches(true, HostPort.of("a.test", 1))).isTrue();
        assertThat(OriginPattern.ANY).hasToString("*");
    }
}
