package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
    @Test
    void readsWhatIsInTheBodyAndOfWhat() {
        assertThat(ContentRange.parse("bytes 5-9/10")).contains(new ContentRange(5, 10, 10));
        assertThat(ContentRange.parse("Bytes 0-0/*")).contains(new ContentRange(0, 1, ContentRange.NONE));
        assertThat(ContentRange.parse("bytes */10")).contains(new ContentRange(-1, -1, 10));
        assertThat(ContentRange.parse("bytes 999999999999999998-999999999999999998/999999999999999999"))
                .contains(new ContentRange(999999999999999998L, 999999999999999999L, 999999999999999999L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 5-9",
                "bytes 9-5/10",
                "bytes 5-10/10",
                "bytes */*",
                "bytes -5-9/10",
                "items 5-9/10",
                "bytes 5-9/10x",
                "bytes=5-9/10",
                "bytes 5 - 9/10",
                "bytes 5-9/10, 11-12/20",
                "bytes 5-9/-1",
                "bytes 0-9999999999999999999/99999999999999999999",
                "bytes \u0665-9/10"
            })
    void takesNothingElse(String text) {
        assertThat(ContentRange.parse(text)).isEmpty();
    }
}
