package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Times are in milliseconds here; the race does not care. */
class RaceTest {
    private static final long STAGGER = 250;

    private final Race race = new Race(false, STAGGER);
    private long now = 1_000_000;

    @Test
    void startsTheFirstAtOnceAndTheOthersOneByOne() {
        known("10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertThat(due()).containsExactly("10.0.0.1");
        assertThat(race.untilNext(now)).isEqualTo(STAGGER);
        now += STAGGER - 1;
        assertThat(due()).isEmpty();
        assertThat(race.untilNext(now)).isEqualTo(1);
        now += 1;
        assertThat(due()).containsExactly("10.0.0.2");
        now += 1000;
        assertThat(due()).containsExactly("10.0.0.3");
        assertThat(race.untilNext(now)).isEqualTo(Race.NEVER);
    }

    @Test
    void letsTheFamiliesTakeTurnsBeginningWithTheFirst() {
        known("::1", "::2", "::3", "10.0.0.1", "10.0.0.2");
        assertThat(all()).containsExactly("::1", "10.0.0.1", "::2", "10.0.0.2", "::3");
    }

    @Test
    void goesOnWithOneFamilyWhenTheOtherIsUsedUp() {
        known("10.0.0.1", "::1", "10.0.0.2", "10.0.0.3");
        assertThat(all()).containsExactly("10.0.0.1", "::1", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void startsTheNextAtOnceWhenOneFails() {
        known("10.0.0.1", "10.0.0.2", "10.0.0.3");
        due();
        now += 1;
        race.failed();
        assertThat(due()).containsExactly("10.0.0.2");
        assertThat(race.untilNext(now)).isEqualTo(STAGGER);
    }

    @Test
    void startsOneForEachFailureAndCountsTheStaggerFromTheLastStart() {
        known("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4");
        due();
        now += STAGGER;
        assertThat(due()).containsExactly("10.0.0.2");
        now += 100;
        race.failed();
        assertThat(due()).containsExactly("10.0.0.3");
        now += 200;
        assertThat(due()).isEmpty();
        assertThat(race.untilNext(now)).isEqualTo(50);
    }

    @Test
    void isLostOnlyWhenAllHaveFailedAndNoneWillCome() {
        known("10.0.0.1", "10.0.0.2");
        assertThat(all()).hasSize(2);
        race.failed();
        race.complete();
        assertThat(race.lost()).isFalse();
        race.failed();
        assertThat(race.lost()).isTrue();
    }

    @Test
    void waitsForMoreThatMayCome() {
        assertThat(race.lost()).isFalse();
        assertThat(race.untilNext(now)).isEqualTo(Race.NEVER);
        known("10.0.0.1");
        due();
        race.failed();
        assertThat(race.lost()).isFalse();
        known("10.0.0.1", "10.0.0.2");
        assertThat(due()).containsExactly("10.0.0.2");
        race.failed();
        race.complete();
        assertThat(race.lost()).isTrue();
    }

    @Test
    void isLostWhenThereIsNothingAtAll() {
        race.complete();
        assertThat(race.lost()).isTrue();
    }

    @Test
    void startsWhatComesLateAtOnceIfItWouldHaveBeenDue() {
        known("10.0.0.1");
        due();
        now += STAGGER + 10;
        known("10.0.0.1", "::1");
        assertThat(due()).containsExactly("::1");
    }

    @Test
    void remembersAFailureUntilThereIsSomethingToStart() {
        known("10.0.0.1", "10.0.0.2");
        due();
        now += STAGGER;
        due();
        race.failed();
        now += 1;
        known("::1", "10.0.0.1", "10.0.0.2");
        assertThat(due()).containsExactly("::1");
    }

    @Test
    void turnsToTheOtherFamilyWhenItComesLateButNeverStartsTwice() {
        known("10.0.0.1", "10.0.0.2", "10.0.0.3");
        due();
        known("::1", "::2", "10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertThat(all()).containsExactly("::1", "10.0.0.2", "::2", "10.0.0.3");
    }

    @Test
    void forgetsWhatALaterListNoLongerHas() {
        known("10.0.0.1", "10.0.0.2");
        due();
        known("10.0.0.1", "10.0.0.3");
        assertThat(all()).containsExactly("10.0.0.3");
    }

    @Test
    void goesToTheNextHostOnlyWhenTheFirstIsUsedUpButDoesNotWaitForIt() {
        race.known(List.of(
                target("10.0.0.1", 0),
                target("10.0.0.2", 0),
                target("::1", 1),
                target("10.0.1.1", 1),
                target("::2", 1),
                target("10.0.2.1", 2)));
        assertThat(all()).containsExactly("10.0.0.1", "10.0.0.2", "::1", "10.0.1.1", "::2", "10.0.2.1");
    }

    @Test
    void putsHostsInTheirOrder() {
        race.known(List.of(target("10.0.0.2", 1), target("10.0.0.1", 0)));
        assertThat(all()).containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void triesAPlaceOnceWhicheverHostsLeadToIt() {
        race.known(List.of(target("10.0.0.1", 0), target("10.0.0.1", 0), target("10.0.0.1", 1), target("::1", 2)));
        assertThat(all()).containsExactly("10.0.0.1", "::1");
        race.known(List.of(target("10.0.0.1", 7)));
        assertThat(all()).isEmpty();
    }

    @Test
    void skipsWhatIsNoTarget() {
        race.known(Arrays.asList(null, target("10.0.0.1", 0), null));
        assertThat(all()).containsExactly("10.0.0.1");
    }

    @Test
    void hasALimitOnWhatIsUnderWay() {
        race.known(IntStream.range(0, Race.MOST_AT_ONCE + 2)
                .mapToObj(i -> target("10.0.0." + i, 0))
                .toList());
        assertThat(all()).hasSize(Race.MOST_AT_ONCE);
        assertThat(race.untilNext(now)).isEqualTo(Race.NEVER);
        race.failed();
        assertThat(due()).hasSize(1);
        assertThat(race.untilNext(now)).isEqualTo(Race.NEVER);
    }

    @Test
    void oneAfterTheOtherInSerialMode() {
        Race serial = new Race(true, STAGGER);
        serial.known(List.of(target("::1", 1), target("::2", 1), target("10.0.0.1", 0)));
        List<String> order = new ArrayList<>();
        for (Target next; (next = serial.next(now)) != null; serial.failed()) {
            order.add(next.address().toString());
            now += 10 * STAGGER;
            assertThat(serial.next(now)).isNull();
            assertThat(serial.untilNext(now)).isEqualTo(Race.NEVER);
        }
        assertThat(order).containsExactly("::1", "::2", "10.0.0.1");
        serial.complete();
        assertThat(serial.lost()).isTrue();
    }

    private void known(String... addresses) {
        race.known(Arrays.stream(addresses).map(text -> target(text, 0)).toList());
    }

    private static Target target(String address, int rank) {
        return new Target(IpAddress.of(address), 80, rank);
    }

    /** What is due now. */
    private List<String> due() {
        List<String> started = new ArrayList<>();
        for (Target next; (next = race.next(now)) != null; ) {
            started.add(next.address().toString());
        }
        return started;
    }

    /** What time alone brings. */
    private List<String> all() {
        List<String> started = due();
        for (long wait; (wait = race.untilNext(now)) != Race.NEVER; ) {
            now += wait;
            started.addAll(due());
        }
        return started;
    }
}
