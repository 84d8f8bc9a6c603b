package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    @ParameterizedTest
    @CsvSource({"tcp,tcp,TCP,6", "TCP,tcp,TCP,6", "ipsec-esp,esp,IPSEC-ESP,50", "ax.25,ax.25,AX.25,93", "ip,ip,IP,0"})
    void findsNamesAndAliases(String asked, String name, String alias, int number) {
        assertThat(Protocol.of(asked)).contains(new Protocol(name, alias, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", " tcp", "tcp ", "tcp\u0000", "\ud800", "nosuch"})
    void findsNothingElse(String asked) {
        assertThat(Protocol.of(asked)).isEmpty();
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Protocol("x", "X", 256))
                .withMessage("Expected a number of a protocol from 0 to 255, got 256");
    }
}
