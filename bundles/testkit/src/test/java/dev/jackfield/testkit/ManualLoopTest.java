package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ManualLoopTest {
    private final ManualLoop loop = new ManualLoop();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsTasksInOrderAndOnlyWhenTurned() {
        loop.execute(() -> {
            loop.execute(() -> ran.add("third"));
            ran.add("first");
        });
        loop.execute(() -> ran.add("second"));
        assertThat(ran).isEmpty();
        assertThat(loop.run()).isEqualTo(3);
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void hasOneExecutorForBlockingWork() {
        assertThat(loop.blocking()).isSameAs(loop.blocking()).isSameAs(loop.foreign());
    }

    @Test
    void isTheThreadThatTurnsIt() {
        loop.execute(() -> ran.add("inside " + loop.inLoop()));
        loop.run();
        assertThat(ran).containsExactly("inside true");
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void runsTimersInOrderOfTimeAndMovesTheClockToThem() {
        loop.after(Duration.ofSeconds(2), () -> ran.add("b at " + loop.nanoTime()));
        loop.after(Duration.ofSeconds(1), () -> {
            ran.add("a at " + loop.nanoTime());
            loop.after(Duration.ofMillis(500), () -> ran.add("c at " + loop.nanoTime()));
        });
        loop.after(Duration.ofSeconds(9), () -> ran.add("never"));
        assertThat(loop.advance(Duration.ofSeconds(3))).isEqualTo(3);
        assertThat(ran).containsExactly("a at 1000000000", "c at 1500000000", "b at 2000000000");
        assertThat(loop.nanoTime()).isEqualTo(3_000_000_000L);
        assertThat(loop.timers()).isEqualTo(1);
    }

    @Test
    void runsATimerWithoutDelayOnTheNextTurn() {
        loop.after(Duration.ofSeconds(-1), () -> ran.add("now"));
        assertThat(ran).isEmpty();
        loop.run();
        assertThat(ran).containsExactly("now");
    }

    @Test
    void forgetsATimerWhoseGuardIsClosed() {
        Guard guard = loop.after(Duration.ofSeconds(1), () -> ran.add("never"));
        guard.close();
        guard.close();
        loop.advance(Duration.ofSeconds(2));
        assertThat(ran).isEmpty();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void takesTimersThatNeverCome() {
        loop.advance(Duration.ofDays(1));
        loop.after(Duration.ofSeconds(Long.MAX_VALUE), () -> ran.add("never"));
        loop.advance(Duration.ofDays(1000));
        assertThat(ran).isEmpty();
    }

    @Test
    void keepsBlockingWorkApart() {
        loop.blocking().execute(() -> {
            ran.add("blocking, on the loop: " + loop.inLoop());
            loop.execute(() -> ran.add("answer"));
        });
        loop.run();
        assertThat(ran).isEmpty();
        assertThat(loop.blockers()).isEqualTo(1);
        loop.settle();
        assertThat(ran).containsExactly("blocking, on the loop: false", "answer");
    }

    @Test
    void throwsWhatATaskThrewAfterRunningTheOthers() {
        loop.execute(() -> {
            throw new IllegalArgumentException("one");
        });
        loop.execute(() -> {
            throw new AssertionError("two");
        });
        loop.execute(() -> ran.add("three"));
        assertThatIllegalArgumentException()
                .isThrownBy(loop::run)
                .withMessage("one")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(ran).containsExactly("three");
        assertThat(loop.run()).isZero();
    }

    @Test
    void refusesToBeTurnedFromWithin() {
        loop.execute(loop::run);
        assertThatIllegalStateException().isThrownBy(loop::run);
        loop.execute(loop::runBlocking);
        assertThatIllegalStateException().isThrownBy(loop::run);
    }

    @Test
    void failsRatherThanTurnForEver() {
        class Restless implements Runnable {
            @Override
            public void run() {
                loop.execute(this);
            }
        }
        loop.execute(new Restless());
        assertThatThrownBy(loop::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after 1000000 tasks there are still more");
        assertThat(loop.tasks()).isZero();
    }

    @Test
    void takesOneStepAtATime() {
        loop.execute(() -> ran.add("task"));
        loop.after(Duration.ZERO, () -> ran.add("timer"));
        loop.after(Duration.ofSeconds(1), () -> ran.add("later"));
        assertThat(loop.step()).isTrue();
        assertThat(ran).containsExactly("task");
        assertThat(loop.step()).isTrue();
        assertThat(ran).containsExactly("task", "timer");
        assertThat(loop.step()).isFalse();
        assertThat(loop.timers()).isEqualTo(1);
    }

    @Test
    void runsSomethingAheadOfAllTasks() {
        loop.execute(() -> ran.add("task"));
        loop.runFirst(() -> ran.add("first, on the loop: " + loop.inLoop()));
        assertThat(ran).containsExactly("first, on the loop: true");
        assertThat(loop.inLoop()).isFalse();
        assertThat(loop.tasks()).isEqualTo(1);
    }

    @Test
    void refusesToGoBackInTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> loop.advance(Duration.ofNanos(-1)));
    }

    @Test
    void refusesWorkAfterItsEnd() {
        loop.execute(() -> ran.add("never"));
        loop.after(Duration.ZERO, () -> ran.add("never"));
        loop.blocking().execute(() -> ran.add("never"));
        loop.end();
        loop.runBlocking();
        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.after(Duration.ZERO, () -> {})).isInstanceOf(RejectedExecutionException.class);
        loop.run();
        assertThat(ran).isEmpty();
    }

    @Test
    void drivesTheCoarseTimerOfTheLoopBundle() {
        Timer timer = new Timer(loop, () -> ran.add("expired at " + loop.nanoTime()));
        timer.start(Duration.ofSeconds(10));
        loop.advance(Duration.ofSeconds(9));
        timer.touch();
        loop.advance(Duration.ofSeconds(9));
        assertThat(ran).isEmpty();
        loop.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("expired at 19000000000");
        assertThat(loop.timers()).isZero();
    }
}
