package dev.jackfield.connector.tls.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65535, 65536})
    void readsWhatItWrites(int length) {
        byte[] content = new byte[length];
        Der whole = new Der(Der.of(Der.SEQUENCE, Der.of(Der.OCTETS, content), new byte[] {Der.INTEGER, 1, 0}));

        Der sequence = whole.enter(Der.SEQUENCE);
        assertThat(whole.more()).isFalse();
        assertThat(sequence.enter(Der.OCTETS).rest()).isEqualTo(content);
        assertThat(sequence.next()).isEqualTo(Der.INTEGER);
        assertThat(sequence.rest()).containsExactly(Der.INTEGER, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'expected the DER tag 30, got the end'",
        "02, 'expected the DER tag 30, got 02'",
        "30, 'expected more DER, got the end'",
        "3001, 'expected 1 octets of DER, got 0'",
        "3080, 'expected a length in DER of 1 to 3 octets, got 0'",
        "308400000000, 'expected a length in DER of 1 to 3 octets, got 4'",
        "3082ff, 'expected more DER, got the end'",
        "3083ffffff, 'expected 16777215 octets of DER, got 0'"
    })
    void refusesWhatIsCut(String hex, String error) {
        assertThatThrownBy(() -> new Der(HexFormat.of().parseHex(hex)).enter(Der.SEQUENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(error);
    }

    @Test
    void staysWithinWhatItEntered() {
        Der inside = new Der(HexFormat.of().parseHex("3003020100" + "0500")).enter(Der.SEQUENCE);
        inside.enter(Der.INTEGER);

        assertThat(inside.more()).isFalse();
        assertThatThrownBy(() -> inside.enter(5)).hasMessageEndingWith("got the end");
    }
}
