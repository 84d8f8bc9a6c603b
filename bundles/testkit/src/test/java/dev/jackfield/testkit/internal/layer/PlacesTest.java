package dev.jackfield.testkit.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void everyTestTriesEveryPlaceOfAShortHandshake() {
        for (Places places : Places.values()) {
            assertThat(places.upTo(300))
                    .containsExactly(IntStream.rangeClosed(0, 300).toArray());
            assertThat(places.upTo(0)).containsExactly(0);
        }
    }

    @Test
    void theyShareALongOne() {
        int[] together = Arrays.stream(Places.values())
                .flatMapToInt(places -> Arrays.stream(places.upTo(5000)))
                .filter(place -> place <= 300)
                .sorted()
                .toArray();

        assertThat(together).containsExactly(IntStream.rangeClosed(0, 300).toArray());
        assertThat(Places.CLOSE.upTo(5000)).endsWith(5000).hasSizeLessThan(60);
    }
}
