package dev.jackfield.anyevent.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
    @ParameterizedTest
    @CsvSource({
        "/y,            http://a.test/y",
        "y,             http://a.test/b/y",
        "../y,          http://a.test/y",
        "?y,            http://a.test/b/c?y",
        "#y,            http://a.test/b/c?x#y",
        "'',            http://a.test/b/c?x",
        "//b.test/,     http://b.test/",
        "https://b.test, https://b.test",
        "a b,           http://a.test/b/a b",
        "/../y,         http://a.test/y",
        "/y/../z,       http://a.test/z",
        "y/./../z,      http://a.test/b/z",
        "../../y,       http://a.test/y",
        "..,            http://a.test/",
        "y/..,          http://a.test/b/",
        "./,            http://a.test/b/",
        "/...?/../#/..,  http://a.test/...?/../#/..",
        "//b.test/a/../b,      http://b.test/b",
        "https://b.test/a/./b, https://b.test/a/b",
        "mailto:a/../b, mailto:a/../b",
    })
    void isTheOneThatIsReferredTo(String reference, String expected) {
        assertThat(Locations.absolute("http://a.test/b/c?x#f", reference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"http://a.test, http://a.test/y", "http://a.test?x/, http://a.test/y", "'', /y", "x/z, x/y"})
    void theBaseMayBeBare(String url, String expected) {
        assertThat(Locations.absolute(url, "y")).isEqualTo(expected);
    }
}
