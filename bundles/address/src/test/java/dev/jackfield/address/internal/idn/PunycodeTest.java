package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {
    /** Of RFC 3492 section 7.1: (A), (B), (L), (R) and (S); and the edges. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "ليهمابتكلموشعربي؟|egbpdaj6bu4bxfgehfvwxn",
                "他们为什么不说中文|ihqwcrb4cv8a8dqg056pqjye",
                "3年B組金八先生|3B-ww4c5e180e575a65lsy2b",
                "そのスピードで|d9juau41awczczp",
                "-> $1.00 <-|-> $1.00 <--",
                "ü|tda",
                "abc|abc-",
                "''|''",
                "\uDBFF\uDFFF|dn32g"
            },
            delimiter = '|')
    void encodesAndDecodes(String decoded, String encoded) {
        assertThat(Punycode.encode(CodePoints.of(decoded))).isEqualTo(encoded);
        assertThat(Punycode.decode(CodePoints.of(encoded), 0)).hasToString(decoded);
    }

    @Test
    void digitsMayBeCapitals() {
        assertThat(Punycode.decode(CodePoints.of("xn--TDA"), 4)).hasToString("ü");
    }

    /** No digit; cut off; a hyphen, and nothing before the hyphen; beyond Unicode; a number too large; not ASCII before the hyphen. */
    @ParameterizedTest
    @ValueSource(strings = {"a_b", "0", "-tda", "-", "99999", "99999999999999999999", "ü-tda", "tdü", "\u017Fa"})
    void refuses(String encoded) {
        assertThat(Punycode.decode(CodePoints.of(encoded), 0)).isNull();
    }
}
