package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.test/b, b",
        "http://a.test/b/c.iso?d=/e#f/g, c.iso",
        "http://a.test//b, b",
        "http://a.test/[1].bin, [1].bin",
        "http://a.test/%zz.bin, %zz.bin",
        "http://a.test/a b.bin, a b.bin",
        "http://a.test/%2e%2e%2f, %2e%2e%2f",
    })
    void isTheLastPart(String url, String name) {
        assertThat(FileName.of(url)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.test", "http://a.test?b/c", "http://a.test/", "http://a.test/b/", "http://a.test/.."})
    void isAskedForWhereThereIsNone(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileName.of(url))
                .withMessageStartingWith("-o: expected the name of a file, for there is none in \"" + url);
    }
}
