package dev.jackfield.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParseAddressesTest {

    @ParameterizedTest
    @EnumSource
    void allReadTheSame(AddressTexts family) throws Exception {
        assertThat(family.texts()).hasSize(AddressTexts.COUNT);
        for (String text : family.texts()) {
            byte[] ours = AddressReader.JACKFIELD.octets(text);
            for (AddressReader reader : AddressReader.values()) {
                assertThat(reader.octets(text)).as(reader + " reads " + text).isEqualTo(ours);
            }
        }
    }

    @Test
    void aTableComesOut() {
        String printed = Printed.by(new ParseAddresses(), "--forks=0", "--warm-up=0", "--rounds=1", "--millis=20");
        assertThat(printed).containsPattern("(?s)IPV4.*jackfield +[0-9.]+ .*ipaddress.*IPV6.*jackfield +[0-9.]+ ");
    }
}
