package dev.jackfield.itest.soak.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.soak.count.Latencies.Time;
import dev.jackfield.itest.soak.count.Latencies.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookTest {
    private final Latencies latencies = new Latencies();
    private final SwapClock clock = new SwapClock();
    private final Book book = new Book(latencies, clock);

    @Test
    void isContentWithWhatBothEndsAgreeUpon() {
        for (int i = 0; i < 3 * Page.SIZE; i++) {
            long id = book.begin();
            book.seen(id);
            book.completed(id);
        }

        assertThat(book.underWay()).isZero();
        assertThat(book.settle()).isEqualTo(new Verdict(3 * Page.SIZE, 0, 0, 0, List.of()));
    }

    @Test
    void countsWhatFailedAsLost() {
        long id = book.begin();
        book.seen(id);
        book.failed(id, 595, "refused");

        Verdict verdict = book.settle();

        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.reasons()).containsExactly("request 0, GET_BY_TLS: 595 refused");
    }

    @Test
    void countsWhatNeverEndsAsLost() {
        book.seen(book.begin());

        assertThat(book.underWay()).isEqualTo(1);
        assertThat(book.settle().lost()).isEqualTo(1);
    }

    @Test
    void countsWhatNobodySawAsLost() {
        book.completed(book.begin());

        assertThat(book.settle().lost()).isEqualTo(1);
    }

    @Test
    void countsWhatWasSeenTwiceAsDoubled() {
        long id = book.begin();
        book.seen(id);
        book.seen(id);
        book.completed(id);

        Verdict verdict = book.settle();

        assertThat(verdict.doubled()).isEqualTo(1);
        assertThat(verdict.lost()).isZero();
    }

    @Test
    void countsWhatEndsTwiceAsDoubled() {
        long id = book.begin();
        book.seen(id);
        book.completed(id);
        book.failed(id, 597, "late");

        assertThat(book.settle().doubled()).isEqualTo(1);
    }

    @Test
    void countsWhatNobodySentAsDoubled() {
        book.seen(7);

        assertThat(book.settle().doubled()).isEqualTo(1);
    }

    @Test
    void countsAStragglerOfAnEarlierVerdictAsDoubled() {
        long id = book.begin();
        book.seen(id);
        book.completed(id);
        for (int i = 1; i < Page.SIZE; i++) {
            long other = book.begin();
            book.seen(other);
            book.completed(other);
        }
        assertThat(book.settle().doubled()).isZero();

        book.seen(id);

        assertThat(book.settle().doubled()).isEqualTo(1);
    }

    @Test
    void excusesNothingButTheClosingOfTheClient() {
        book.excusing(true);
        book.failed(book.begin(), 599, "closed");
        book.failed(book.begin(), 595, "refused");
        book.excusing(false);
        book.failed(book.begin(), 599, "closed");

        Verdict verdict = book.settle();

        assertThat(verdict.excused()).isEqualTo(1);
        assertThat(verdict.lost()).isEqualTo(2);
    }

    @Test
    void doesNotExcuseWhatTheOriginSawTwice() {
        book.excusing(true);
        long id = book.begin();
        book.seen(id);
        book.seen(id);
        book.failed(id, 599, "closed");

        assertThat(book.settle().doubled()).isEqualTo(1);
    }

    @Test
    void measuresThePausesOfSwapsOnly() {
        latencies.now(Time.SWAPS);
        book.completed(book.begin());
        assertThat(latencies.longest(When.DURING)).isZero();

        long before = book.begin();
        clock.begin();
        long within = book.begin();
        clock.end();
        book.completed(before);
        assertThat(latencies.longest(When.DURING)).isPositive();
        latencies.reset();
        book.completed(within);
        assertThat(latencies.longest(When.DURING)).isPositive();
        latencies.reset();
        book.completed(book.begin());
        assertThat(latencies.longest(When.DURING)).isZero();
    }
}
