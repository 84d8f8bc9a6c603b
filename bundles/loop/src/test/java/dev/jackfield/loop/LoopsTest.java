package dev.jackfield.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopsTest {
    @Test
    void givesTheSameLoopForTheSameKey() {
        try (Loops loops = Loops.create(4)) {
            assertThat(loops.all()).hasSize(4).doesNotHaveDuplicates();
            for (int key = -1000; key < 1000; key++) {
                assertThat(loops.of("key " + key)).isSameAs(loops.of("key " + key));
            }
            assertThat(loops.all())
                    .allSatisfy(loop -> assertThat(spread(loops, loop)).isGreaterThan(100));
        }
    }

    @Test
    void hasADefaultNumber() {
        try (Loops loops = Loops.create()) {
            assertThat(loops.all()).hasSizeBetween(1, 4);
        }
    }

    @Test
    void isFoundByTheServiceLoader() {
        try (Loops loops = ServiceLoader.load(Loops.class).findFirst().orElseThrow()) {
            assertThat(loops.all()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void wantsASensibleNumber(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loops.create(count))
                .withMessage("Number of loops: expected 1 to 64, got " + count);
    }

    @Test
    void namesThePropertyThatIsOutOfRange() {
        System.setProperty(Loops.COUNT, "99");
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(Loops::create)
                    .withMessage("jackfield.loops: expected 1 to 64, got 99");
        } finally {
            System.clearProperty(Loops.COUNT);
        }
    }

    @Test
    void saysWhatIsNoNumber() {
        System.setProperty(Loops.COUNT, "many");
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(Loops::create)
                    .withMessage("jackfield.loops: expected a number, got \"many\"");
        } finally {
            System.clearProperty(Loops.COUNT);
        }
    }

    @Test
    void setsThatCloseEachOtherDoNotWaitForEachOther() throws Exception {
        Loops a = Loops.create(1);
        Loops b = Loops.create(1);
        CountDownLatch both = new CountDownLatch(2);
        CountDownLatch closed = new CountDownLatch(2);
        for (Loops[] pair : new Loops[][] {{a, b}, {b, a}}) {
            pair[0].all().get(0).execute(() -> {
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                pair[1].close();
                closed.countDown();
            });
        }
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aGuardUndoesOnce() {
        AtomicInteger undone = new AtomicInteger();
        Guard guard = Guard.of(undone::incrementAndGet);
        guard.close();
        guard.close();
        assertThat(undone).hasValue(1);
    }

    private static long spread(Loops loops, ChannelLoop loop) {
        long count = 0;
        for (int key = 0; key < 1000; key++) {
            count += loops.of("key " + key) == loop ? 1 : 0;
        }
        return count;
    }
}
