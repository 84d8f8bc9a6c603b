package dev.jackfield.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class TimerTest {
    private static final Duration LIMIT = Duration.ofNanos(100);

    private final OneTimerLoop loop = new OneTimerLoop();
    private int expired;
    private final Timer timer = new Timer(loop, () -> expired++);

    @Test
    void expiresAfterTheLimitAndRests() {
        timer.start(LIMIT);
        loop.goTo(99);
        assertThat(expired).isZero();
        loop.goTo(100);
        assertThat(expired).isEqualTo(1);
        loop.goTo(1000);
        assertThat(expired).isEqualTo(1);
    }

    @Test
    void isArmedOncePerLimitHoweverOftenItIsTouched() {
        timer.start(LIMIT);
        for (int now = 0; now <= 95; now += 5) {
            loop.goTo(now);
            timer.touch();
        }
        assertThat(loop.armed).isEqualTo(1);
        loop.goTo(194);
        assertThat(expired).isZero();
        assertThat(loop.armed).isEqualTo(2);
        loop.goTo(195);
        assertThat(expired).isEqualTo(1);
    }

    @Test
    void startsAgainWithoutBeingArmedAgain() {
        timer.start(LIMIT);
        timer.rest();
        loop.goTo(50);
        timer.start(LIMIT);
        assertThat(loop.armed).isEqualTo(1);
        loop.goTo(149);
        assertThat(expired).isZero();
        loop.goTo(150);
        assertThat(expired).isEqualTo(1);
        timer.start(LIMIT);
        loop.goTo(250);
        assertThat(expired).isEqualTo(2);
    }

    @Test
    void doesNotExpireWhileItRests() {
        timer.start(LIMIT);
        timer.rest();
        loop.goTo(500);
        assertThat(expired).isZero();
        assertThat(loop.task).isNull();
    }

    @Test
    void leavesNothingArmedOnceClosed() {
        timer.start(LIMIT);
        timer.close();
        assertThat(loop.task).isNull();
        timer.close();
        timer.start(LIMIT);
        loop.goTo(100);
        assertThat(expired).isEqualTo(1);
    }

    @Test
    void isArmedAnewForAShorterLimitOnly() {
        timer.start(LIMIT);
        timer.rest();
        timer.start(Duration.ofNanos(30));
        assertThat(loop.armed).isEqualTo(2);
        loop.goTo(30);
        assertThat(expired).isEqualTo(1);
        timer.start(Duration.ofNanos(30));
        timer.start(LIMIT);
        assertThat(loop.armed).isEqualTo(3);
        loop.goTo(60);
        loop.goTo(129);
        assertThat(expired).isEqualTo(1);
        loop.goTo(130);
        assertThat(expired).isEqualTo(2);
    }

    @Test
    void mayBeStartedByWhatRunsWhenItExpires() {
        Timer[] self = new Timer[1];
        self[0] = new Timer(loop, () -> {
            expired++;
            self[0].start(Duration.ofNanos(10));
        });
        self[0].start(Duration.ofNanos(10));
        loop.goTo(10);
        loop.goTo(20);
        assertThat(expired).isEqualTo(2);
    }

    @Test
    void wantsALimitAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timer.start(Duration.ZERO))
                .withMessage("Expected an inactivity limit above zero, got PT0S");
    }

    /** Time by hand, and room for one timer. */
    private static final class OneTimerLoop implements Loop {
        private long now;
        private long deadline;
        private int armed;
        private Runnable task;

        void goTo(long time) {
            now = time;
            if (task != null && now >= deadline) {
                Runnable due = task;
                task = null;
                due.run();
            }
        }

        @Override
        public Guard after(Duration delay, Runnable what) {
            assertThat(task).isNull();
            armed++;
            deadline = now + delay.toNanos();
            task = what;
            return () -> task = null;
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void execute(Runnable what) {
            throw new AssertionError("A timer needs no tasks");
        }

        @Override
        public boolean inLoop() {
            return true;
        }

        @Override
        public Executor blocking() {
            throw new AssertionError("A timer does not block");
        }
    }
}
