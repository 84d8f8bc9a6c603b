package dev.jackfield.http.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.test, a.test, 80, a.test, /",
        "HTTP://A.Test/, a.test, 80, a.test, /",
        "http://a.test:80/x, a.test, 80, a.test, /x",
        "http://a.test:0080/x, a.test, 80, a.test, /x",
        "http://a.test:/x, a.test, 80, a.test, /x",
        "http://a.test:8080/x?y=z#frag, a.test, 8080, a.test:8080, /x?y=z",
        "http://a.test?y, a.test, 80, a.test, /?y",
        "http://a.test#f, a.test, 80, a.test, /",
        "http://user:p@w@a.test/, a.test, 80, a.test, /",
        "http://a.test/a@b:c, a.test, 80, a.test, /a@b:c",
        "http://127.0.0.1:1/, 127.0.0.1, 1, 127.0.0.1:1, /",
        "http://[::1]:81/, ::1, 81, [::1]:81, /",
        "http://[::1]/, ::1, 80, [::1], /",
        "https://a.test/, a.test, 443, a.test, /",
        "https://a.test:80/, a.test, 80, a.test:80, /",
        "http://a_b.test/../x//%41, a_b.test, 80, a_b.test, /../x//%41",
        "http://a.test./, a.test., 80, a.test., /",
        "http://a.test:000000000081/, a.test, 81, a.test:81, /",
        "http://xn--p.test/, xn--p.test, 80, xn--p.test, /",
        "http://a!$&'()*+;=~b/, a!$&'()*+;=~b, 80, a!$&'()*+;=~b, /",
        "http://b\u00fccher.test/, xn--bcher-kva.test, 80, xn--bcher-kva.test, /",
        "http://B%C3%BCcher.test:8080/, xn--bcher-kva.test, 8080, xn--bcher-kva.test:8080, /",
        "http://a%41/, aa, 80, aa, /",
        "http://0x7f.1/, 127.0.0.1, 80, 127.0.0.1, /",
        "http://2130706433:81/, 127.0.0.1, 81, 127.0.0.1:81, /",
        "http://0177.0.0.01/, 127.0.0.1, 80, 127.0.0.1, /",
        "http://192.168.257./, 192.168.1.1, 80, 192.168.1.1, /",
        "http://0x.0X.0/, 0.0.0.0, 80, 0.0.0.0, /",
        "http://\uff11.2.3.4/, 1.2.3.4, 80, 1.2.3.4, /",
        "http://1.2.3.4.a/, 1.2.3.4.a, 80, 1.2.3.4.a, /",
        "http://0x7f.0x7g/, 0x7f.0x7g, 80, 0x7f.0x7g, /",
        "http://[2001:DB8:0:0::00A1]/, 2001:db8::a1, 80, [2001:db8::a1], /",
        "http://[::FFFF:127.0.0.1]:81/, ::ffff:127.0.0.1, 81, [::ffff:127.0.0.1]:81, /",
        "http://a.test/?a'\\b|c, a.test, 80, a.test, /?a'%5Cb%7Cc",
        "'http://a.test/a b\"<>ü\u20ac', a.test, 80, a.test, /a%20b%22%3C%3E%C3%BC%E2%82%AC",
    })
    void takesApart(String text, String host, int port, String authority, String target) {
        Url url = Url.parse(text);
        assertThat(url.origin().hostPort().host()).isEqualTo(host);
        assertThat(url.origin().hostPort().port()).isEqualTo(port);
        assertThat(url.authority()).isEqualTo(authority);
        assertThat(url.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.test",
                "/x",
                "ftp://a.test/",
                " http://a.test/",
                "http:a.test",
                "http:/a.test",
                "http:",
                "http://",
                "http:///x",
                "http://?q",
                "http://:80/",
                "http://a.test:8o/",
                "http://a.test:0/",
                "http://a.test:65536/",
                "http://a.test:-1/",
                "http://a.test:1:2/",
                "http://::1/",
                "http://[::1/",
                "http://[a.test]/",
                "http://[1.2.3.4]/",
                "http://[::1]x/",
                "http://a b/",
                "http://a\0b/",
                "http://a\r\nb/",
                "http://a%4/",
                "http://a%/",
                "http://a%zz/",
                "http://a%2/",
                "http://a%2fb/",
                "http://a%00b/",
                "http://%c3.test/",
                "http://a%25/",
                "http://a\\b/",
                "http://a.test\\@b.test/",
                "http://u\rv@a.test/",
                "http://./",
                "http://a..b/",
                "http://a.test../",
                "http://a`b/",
                "http://a{b/",
                "http://1.2.3.4.5/",
                "http://1.2.3.256/",
                "http://09.1/",
                "http://a.1/",
                "http://a.0x/",
                "http://4294967296/",
                "http://[]/",
                "http://[::1%25eth0]/",
                "http://[::1%eth0]/",
                "http://[::1.2.3]/",
                "http://[::01.2.3.4]/",
                "http://[::0x1.2.3.4]/",
                "http://[::1.2.3.4.]/",
                "http://[1.2.3.4]/",
                "http://a.test/x ",
                "http://a.test/x# ",
                "http://a.test/a\\b",
                "http://a.test/#\n",
                "http://a.test/\r\nX: y",
                "http://a.test/\t",
                "http://a.test/\ud800"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> Url.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected")
                .hasMessageContaining("got");
    }

    @Test
    void tellsWhichLabelIsWrong() {
        assertThatThrownBy(() -> Url.parse("http://a.\u00fc_\u00fc.test/"))
                .hasMessageContainingAll("Expected a host name", "label 2", "U+005F");
    }

    @Test
    void limitsTheLengthsOfNames() {
        String label = "a".repeat(63);
        String name = (label + ".").repeat(3) + "b".repeat(61);
        assertThat(Url.parse("http://" + name + "/").authority()).isEqualTo(name);
        assertThat(Url.parse("http://" + name + "./").authority()).isEqualTo(name + ".");
        assertThatThrownBy(() -> Url.parse("http://" + name + "b/")).hasMessageContaining("253");
        assertThatThrownBy(() -> Url.parse("http://a" + label + "/")).hasMessageContaining("63");
        assertThatThrownBy(() -> Url.parse("http://a" + label + ".b/")).hasMessageContaining("63");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test, http://a.test/",
        "HTTPS://User:pw@A.test:443/x?y#z, https://a.test/x?y#z",
        "http://a.test?#, http://a.test/?#",
        "http://a.test:81/#a#b c, http://a.test:81/#a#b%20c",
        "http://[0::1]/, http://[::1]/",
    })
    void isShownWithFragmentAndWithoutUser(String text, String shown) {
        Url url = Url.parse(text);
        assertThat(url.shown()).isEqualTo(shown);
        assertThat(Url.parse(shown)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hush@a.test:x/",
                "http://user:hush/x@a.test/",
                "http://user:hush?x@a.test/",
                "http://user:hush#x@a b/",
                "http://hush\u00fc_.test/@",
                "http:/user:hush@a.test/",
                "ftp://user:hush@a.test/",
                "user:hush@a.test",
                "http://user:hush@a.test/\n"
            })
    void showsNoPassword(String text) {
        assertThatThrownBy(() -> Url.parse(text)).message().doesNotContain("hush");
    }

    @Test
    void showsNothingThatForgesALineOfALog() {
        assertThatThrownBy(() -> Url.parse("http://a.test/\r\n\u2028\u0085\u202e" + "x".repeat(500)))
                .message()
                .contains("\\u000d\\u000a\\u2028\\u0085\\u202exxx")
                .hasSizeLessThan(400);
    }
}
