package dev.jackfield.http.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    /** RFC 3986 section 5.4, all but those of another scheme. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " > ",
            value = {
                "g > http://a/b/c/g",
                "./g > http://a/b/c/g",
                "g/ > http://a/b/c/g/",
                "/g > http://a/g",
                "//g > http://g/",
                "?y > http://a/b/c/d;p?y",
                "g?y > http://a/b/c/g?y",
                "#s > http://a/b/c/d;p?q#s",
                "g#s > http://a/b/c/g#s",
                "g?y#s > http://a/b/c/g?y#s",
                ";x > http://a/b/c/;x",
                "g;x > http://a/b/c/g;x",
                "g;x?y#s > http://a/b/c/g;x?y#s",
                "'' > http://a/b/c/d;p?q",
                ". > http://a/b/c/",
                "./ > http://a/b/c/",
                ".. > http://a/b/",
                "../ > http://a/b/",
                "../g > http://a/b/g",
                "../.. > http://a/",
                "../../ > http://a/",
                "../../g > http://a/g",
                "../../../g > http://a/g",
                "../../../../g > http://a/g",
                "/./g > http://a/g",
                "/../g > http://a/g",
                "g. > http://a/b/c/g.",
                ".g > http://a/b/c/.g",
                "g.. > http://a/b/c/g..",
                "..g > http://a/b/c/..g",
                "./../g > http://a/b/g",
                "./g/. > http://a/b/c/g/",
                "g/./h > http://a/b/c/g/h",
                "g/../h > http://a/b/c/h",
                "g;x=1/./y > http://a/b/c/g;x=1/y",
                "g;x=1/../y > http://a/b/c/y",
                "g?y/./x > http://a/b/c/g?y/./x",
                "g?y/../x > http://a/b/c/g?y/../x",
                "g#s/./x > http://a/b/c/g#s/./x",
                "g#s/../x > http://a/b/c/g#s/../x",
            })
    void theExamplesOfTheRfc(String reference, String expected) {
        assertThat(Url.parse("http://a/b/c/d;p?q").resolve(reference).shown()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " > ",
            value = {
                "'' > https://a.test:81/x/y?q=/z#here",
                "? > https://a.test:81/x/y?#here",
                "# > https://a.test:81/x/y?q=/z#",
                "z > https://a.test:81/x/z#here",
                "z# > https://a.test:81/x/z#",
                "#there > https://a.test:81/x/y?q=/z#there",
                "//B.test:80 > https://b.test:80/#here",
                "//user:pw@b.test/z > https://b.test/z#here",
                "http://b.test/./z > http://b.test/z#here",
                "HTTPS://user@B.test:443/z#there > https://b.test/z#there",
                "a/%2e%2E/z > https://a.test:81/x/z#here",
                "/.%2e/%2e/z > https://a.test:81/z#here",
                "/a//..//z > https://a.test:81/a//z#here",
                "/... > https://a.test:81/...#here",
                "./b:c > https://a.test:81/x/b:c#here",
                ":b > https://a.test:81/x/:b#here",
                "/b c\"> > https://a.test:81/b%20c%22%3E#here",
                "/\u00c3\u00a4?\u00ff > https://a.test:81/%C3%A4?%FF#here",
                "/\u65e5 > https://a.test:81/%E6%97%A5#here",
                "//b\u00c3\u00bccher.test/ > https://xn--bcher-kva.test/#here",
            })
    void resolves(String reference, String expected) {
        Url base = Url.parse("https://user:pw@a.test:81/x/y?q=/z#here");
        assertThat(base.resolve(reference).shown()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " /y",
                "/y ",
                "/a\\b",
                "\\\\b.test/",
                "//",
                "///",
                "//:80/",
                "http:y",
                "http:/y",
                "http:///y",
                "http:",
                "/\n",
                "//a b/",
                "/\r\nX: y",
                "//b\u00fccher.test/",
                "#\0",
                "http://b.test:0/"
            })
    void refusesGarbage(String reference) {
        assertThatThrownBy(() -> Url.parse("http://a.test/x").resolve(reference))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected")
                .hasMessageContaining("got");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://b.test/, ftp",
        "javascript:alert(1), javascript",
        "a:b, a",
        "WS://b.test/, ws",
        "x+1-.y:, x+1-.y",
        "https+unix://b/, https+unix"
    })
    void tellsOtherSchemesFromGarbage(String reference, String scheme) {
        Url base = Url.parse("http://a.test/x");
        UnsupportedScheme refusal = catchThrowableOfType(UnsupportedScheme.class, () -> base.resolve(reference));
        assertThat(refusal.scheme()).isEqualTo(scheme);
        assertThat(refusal).hasMessageContaining("Expected").hasMessageContaining("got \"" + scheme + "\"");
    }
}
