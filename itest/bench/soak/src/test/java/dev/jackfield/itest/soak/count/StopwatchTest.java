package dev.jackfield.itest.soak.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.soak.count.Latencies.Time;
import dev.jackfield.itest.soak.count.Latencies.When;
import dev.jackfield.itest.soak.door.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopwatchTest {
    private final Latencies latencies = new Latencies();
    private final SwapClock clock = new SwapClock();
    private final Stopwatch watch = new Stopwatch(latencies, clock);

    @ParameterizedTest
    @EnumSource
    void asksForOneKindOnly(Kind kind) {
        watch.now(kind);

        long one = watch.begin();
        long other = watch.begin();

        assertThat(Kind.of(one)).isEqualTo(kind);
        assertThat(Kind.of(other)).isEqualTo(kind);
        assertThat(other).isGreaterThan(one);
    }

    @Test
    void tellsWhatWasUnderWayDuringASwapFromTheRest() {
        latencies.now(Time.SWAPS);
        watch.completed(watch.begin());
        long before = watch.begin();
        clock.begin();
        long during = watch.begin();
        clock.end();
        watch.completed(before);
        watch.completed(during);
        watch.completed(watch.begin());

        assertThat(latencies.requests(When.DURING)).isEqualTo(2);
        assertThat(latencies.requests(When.BETWEEN)).isEqualTo(2);
        assertThat(watch.underWay()).isZero();
    }

    @Test
    void whatFailsIsCountedAndNotTimed() {
        watch.failed(watch.begin(), 595, "refused");

        assertThat(watch.failed()).isEqualTo(1);
        assertThat(watch.reason()).isEqualTo("GET: 595 refused");
        assertThat(watch.underWay()).isZero();
        assertThat(latencies.requests(When.CALM)).isZero();
    }
}
