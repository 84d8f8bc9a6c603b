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
        "a b,           a b",
    })
    void isTheOneThatIsReferredTo(String reference, String expected) {
        assertThat(Locations.absolute("http://a.test/b/c?x#f", reference)).isEqualTo(expected);
    }
}
