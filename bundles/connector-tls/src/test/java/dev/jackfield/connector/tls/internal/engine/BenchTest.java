package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.loop.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ArrayDeque<Runnable> threads = new ArrayDeque<>();
    private final Executor pool = threads::add;
    private final Bench bench = Bench.of(pool);
    private final List<String> done = new ArrayList<>();

    private Guard ask(int steps, String name) {
        return bench.ask(steps, () -> done.add(name));
    }

    private void runAll() {
        run(threads);
    }

    private static void run(ArrayDeque<Runnable> threads) {
        for (Runnable next; (next = threads.poll()) != null; ) {
            next.run();
        }
    }

    @Test
    void thereIsOneForAllWhoShareThreads() {
        assertThat(Bench.of(pool)).isSameAs(bench);
        assertThat(Bench.of(threads::add)).isNotSameAs(bench);
    }

    @Test
    void thereIsAPlaceForEachProcessorAndOneMoreButNotForEachThread() {
        assertThat(Bench.places(1)).isEqualTo(2);
        assertThat(Bench.places(7)).isEqualTo(8);
        assertThat(Bench.places(8)).isEqualTo(8);
        assertThat(Bench.places(64)).isEqualTo(8);
    }

    @Test
    void takesNoMoreOfTheThreadsThanThereArePlaces() {
        for (int i = 0; i < 50; i++) {
            ask(0, "new");
        }
        for (int run = 0; !threads.isEmpty(); run++) {
            assertThat(threads).as("after %d", run).hasSizeLessThanOrEqualTo(Bench.PLACES);
            threads.poll().run();
        }
        assertThat(done).hasSize(50);
    }

    @Test
    void whoeverIsFurtherAlongGoesFirst() {
        List<Guard> filled = fill();
        ask(0, "first");
        ask(0, "second");
        ask(1, "begun");
        ask(3, "almost done");
        ask(1, "begun later");
        filled.forEach(Guard::close);
        runAll();
        assertThat(done).containsExactly("almost done", "begun", "begun later", "first", "second");
    }

    @Test
    void lettingOthersWorkOnTheSameThreadsInBetween() {
        for (int i = 0; i < 3 * Bench.PLACES; i++) {
            ask(0, "new");
        }
        pool.execute(() -> done.add("a look-up"));
        runAll();
        assertThat(done.indexOf("a look-up")).isEqualTo(Bench.PLACES);
    }

    @Test
    void whoDoesNotWantItAnyMoreIsNotServed() {
        List<Guard> filled = fill();
        Guard waiting = ask(0, "nobody's");
        waiting.close();
        waiting.close();
        ask(0, "somebody's");
        filled.forEach(Guard::close);
        runAll();
        assertThat(done).containsExactly("somebody's");
        assertThat(fill()).hasSize(Bench.PLACES);
    }

    /** Or else whoever begins and cancels could have all the threads. */
    @Test
    void whoIsCalledOffWhileComputingKeepsThePlaceToTheEnd() {
        Guard[] computing = new Guard[Bench.PLACES];
        for (int i = 0; i < Bench.PLACES; i++) {
            int mine = i;
            computing[i] = bench.ask(0, () -> {
                if (mine == 0) {
                    ask(0, "next");
                    assertThat(threads).hasSize(Bench.PLACES - 1);
                    computing[mine].close();
                    computing[mine].close();
                    assertThat(threads).hasSize(Bench.PLACES - 1);
                }
            });
        }
        runAll();
        assertThat(done).containsExactly("next");
        fill();
        assertThat(threads).hasSize(Bench.PLACES);
    }

    @Test
    void whatIsThrownLeavesThePlaceToo() {
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            bench.ask(0, () -> {
                throw new IllegalStateException("on purpose");
            });
        }
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            assertThatThrownBy(threads.remove()::run).hasMessage("on purpose");
        }
        ask(0, "still there");
        runAll();
        assertThat(done).containsExactly("still there");
    }

    @Test
    void threadsThatHaveEndedAreToldOfAtOnce() {
        Bench ended = Bench.of(task -> {
            throw new RejectedExecutionException("ended");
        });
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            assertThatThrownBy(() -> ended.ask(0, () -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    /** As {@link Thread#start} does where the system has no more of them. */
    private static final class NoThreads implements Executor {
        final ArrayDeque<Runnable> threads = new ArrayDeque<>();
        boolean none;

        @Override
        public void execute(Runnable task) {
            if (none) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            threads.add(task);
        }
    }

    @Test
    void whoGetsNoThreadIsToldAndTheNextIsServed() {
        NoThreads few = new NoThreads();
        Bench starved = Bench.of(few);
        few.none = true;
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            assertThatThrownBy(() -> starved.ask(0, () -> done.add("told that it cannot")))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("unable to create native thread");
        }
        few.none = false;
        for (int i = 0; i < Bench.PLACES; i++) {
            starved.ask(0, () -> done.add("served"));
        }
        assertThat(few.threads).hasSize(Bench.PLACES);
        run(few.threads);
        assertThat(done).hasSize(Bench.PLACES).containsOnly("served");
    }

    @Test
    void whoWaitsIsServedEvenIfNoOtherThreadIsToBeHad() {
        NoThreads few = new NoThreads();
        Bench starved = Bench.of(few);
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            starved.ask(0, () -> done.add("served"));
        }
        starved.ask(0, () -> {
            throw new IllegalStateException("on purpose");
        });
        starved.ask(0, () -> done.add("the last"));
        few.none = true;
        assertThatThrownBy(few.threads.remove()::run).hasMessage("on purpose");
        assertThat(done).hasSize(2 * Bench.PLACES + 1).endsWith("the last");

        few.none = false;
        run(few.threads);
        for (int i = 0; i < 2 * Bench.PLACES; i++) {
            starved.ask(0, () -> {});
        }
        assertThat(few.threads).hasSize(Bench.PLACES);
    }

    /** Takes all places. */
    private List<Guard> fill() {
        List<Guard> filled = new ArrayList<>();
        for (int i = 0; i < Bench.PLACES; i++) {
            filled.add(ask(9, "filler"));
        }
        assertThat(threads).hasSizeGreaterThanOrEqualTo(Bench.PLACES);
        return filled;
    }
}
