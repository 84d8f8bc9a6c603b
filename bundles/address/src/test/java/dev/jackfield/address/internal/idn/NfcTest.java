package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NfcTest {
    /** One by one; across a mark of lower class; not across one of the same; reordered; Hangul; of Unicode 16. */
    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "a\u0300, \u00E0",
        "a\u0323\u0300, \u1EA1\u0300",
        "a\u0300\u0323, \u1EA1\u0300",
        "a\u0302\u0300, \u1EA7",
        "a\u0327\u0300\u0300, \u00E0\u0327\u0300",
        "\u0300a, \u0300a",
        "\u1100\u1161\u11A8, \uAC01",
        "\uAC00\u11A8, \uAC01",
        "\uAC01\u11A8, \uAC01\u11A8",
        "\u1100\u1161\u11A7, \uAC00\u11A7",
        "\uD84E\uDDC9\u0300, \uD84E\uDDC9\u0300",
        "\uD818\uDD1E\uD818\uDD1E, \uD818\uDD21"
    })
    void composes(String text, String expected) {
        assertThat(new Nfc(Table.get()).of(CodePoints.of(text))).hasToString(expected);
    }
}
