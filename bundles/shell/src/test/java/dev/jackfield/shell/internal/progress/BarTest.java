package dev.jackfield.shell.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    @Test
    void tellsHowFarItIsAndHowLongItWillTake() {
        assertThat(Bar.text(512 * 1024, 1024 * 1024, 64 * 1024))
                .startsWith(" 50% [==========>         ] 512 KiB of 1.0 MiB  64.0 KiB/s  ETA 0:08 ")
                .hasSize(Bar.WIDTH);
    }

    @Test
    void tellsNoTimeWhenNothingMovesOrAllIsThere() {
        assertThat(Bar.text(5, 10, 0)).doesNotContain("ETA");
        assertThat(Bar.text(10, 10, 5).stripTrailing()).isEqualTo("100% [====================] 10 B of 10 B  5 B/s");
        assertThat(Bar.text(0, 0, 0)).startsWith("100% [");
    }

    @Test
    void tellsWhatThereIsIfNobodyKnowsTheEnd() {
        assertThat(Bar.text(2048, -1, 1536).stripTrailing()).isEqualTo("2.0 KiB  1.5 KiB/s");
    }

    @Test
    void keepsToItsColumns() {
        assertThat(Bar.text(Long.MAX_VALUE / 3, Long.MAX_VALUE, 1)).hasSize(Bar.WIDTH);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1048575, 1.0 MiB",
        "104857600, 100 MiB",
        "1e30, 867361737988 EiB"
    })
    void writesSizesShort(double octets, String text) {
        assertThat(Sizes.text(octets)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59, 0:59", "61, 1:01", "3599, 59:59", "3600, 1:00:00", "360000, 100:00:00"})
    void writesTimes(long seconds, String text) {
        assertThat(Sizes.clock(seconds)).isEqualTo(text);
    }
}
