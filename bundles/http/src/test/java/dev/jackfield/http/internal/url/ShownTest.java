package dev.jackfield.http.internal.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.test/x@y?z#@, http://a.test/x@y?z#@",
        "http://me@a.test/, http://a.test/",
        "HTTPS://me:hush@A.test:80?x@y, HTTPS://A.test:80?x@y",
        "http://me:h@u@s@h@a.test/x@y, http://a.test/x@y",
        "http://@a.test, http://a.test",
        "ftp://me:hush@a.test/x, ftp://...@a.test/x",
        "http://me:hush/hush@a.test/, http://...@a.test/",
        "http:me:hush@a.test/, ...@a.test/",
        "me:hush@://x, ...@://x",
        "//me:hush@a.test/x y, ...@a.test/x y",
        "mailto:a@b, mailto:a@b",
        "mailto:me:hush@b, ...@b",
        "/x, /x",
    })
    void hasNoUserInformation(String text, String shown) {
        assertThat(Shown.withoutUser(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'got \"http://a.test/x?token=hush\", for', 'got \"http://a.test/x\", for'",
        "'http://a.test/?hush#hush and /x?hush', 'http://a.test/ and /x'",
        "Why? I do not know, Why? I do not know",
    })
    void hasNoQuery(String text, String shown) {
        assertThat(Shown.withoutQueries(text)).isEqualTo(shown);
    }
}
