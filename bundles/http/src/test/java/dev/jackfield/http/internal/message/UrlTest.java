package dev.jackfield.http.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "http://a%41/",
                "http://a\\b/",
                "http://\u00fc.test/",
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
}
