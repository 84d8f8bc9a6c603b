package dev.jackfield.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static Held turns(int count, int idleMillis, int waits) {
        Held sum = Held.NOT;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(new Held(waits, TimeUnit.MILLISECONDS.toNanos(idleMillis)).withoutSlices());
        }
        return sum;
    }

    @Test
    void otherProgramsMayBreakIntoAsManyTurnsAsTheyLike() {
        assertThat(turns(1000, 6, 0).isNothing()).isTrue();
    }

    @Test
    void whoBlocksOnceOrAgainAndAgainIsNoticed() {
        assertThat(turns(1, 100, 0).isNothing()).isFalse();
        assertThat(turns(5, 10, 0).isNothing()).isFalse();
    }

    @Test
    void whoSleepsIsNoticedHoweverBriefly() {
        assertThat(turns(1, 0, 1).isNothing()).isFalse();
        assertThat(turns(1, 1, 1).waits()).isEqualTo(1);
    }
}
