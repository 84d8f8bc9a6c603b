package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void cutsAtMostSoMany() {
        assertThat(Chunks.of(3).next(0, 10)).isEqualTo(3);
        assertThat(Chunks.of(3).next(9, 2)).isEqualTo(2);
        assertThat(Chunks.whole().next(7, 10)).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> Chunks.of(0));
    }

    @Test
    void cutsAtGivenPlaces() {
        Chunks chunks = Chunks.at(7, 4, 4);
        assertThat(chunks.next(0, 100)).isEqualTo(4);
        assertThat(chunks.next(0, 2)).isEqualTo(2);
        assertThat(chunks.next(2, 100)).isEqualTo(2);
        assertThat(chunks.next(4, 100)).isEqualTo(3);
        assertThat(chunks.next(7, 100)).isEqualTo(100);
        assertThat(chunks.next(1L << 40, 100)).isEqualTo(100);
    }
}
