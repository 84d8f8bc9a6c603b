package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollTest {
    private final Roll roll = new Roll();

    @Test
    void tellsWhoHasComeBefore() {
        roll.enter("/1");
        roll.enter("/2");
        assertThat(roll.doubled()).isZero();

        roll.enter("/1");
        roll.enter("/1");

        assertThat(roll.doubled()).isEqualTo(2);
        assertThat(roll.answered()).isEqualTo(4);
    }

    @Test
    void countsWhoHasNoIdAsWell() {
        for (String target : new String[] {"", "/", "/x", "/", "/99999999999", "/-1"}) {
            roll.enter(target);
        }

        assertThat(roll.answered()).isEqualTo(6);
        assertThat(roll.doubled()).isZero();
    }
}
