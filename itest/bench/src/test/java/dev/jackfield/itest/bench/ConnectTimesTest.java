package dev.jackfield.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectTimesTest {
    @Test
    void aTableComesOut() {
        assertThat(Printed.by(new ConnectTimes(), "--rounds=1", "--warm-up=1", "--silent-rounds=1"))
                .containsPattern("(?s)one address +[0-9].*first refuses +[0-9].*swallows everything +[2-9][0-9]{2}\\.")
                .containsPattern("(?s)AAAA is never answered +[0-9].*is silent +[2-9][0-9]{3}\\.");
    }
}
