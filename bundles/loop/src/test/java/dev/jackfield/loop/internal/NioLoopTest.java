package dev.jackfield.loop.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.loop.Watch;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NioLoopTest {
    private final Loops loops = Loops.create(2);
    private final ChannelLoop loop = loops.all().get(0);

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void runsTasksInOrderOnItsOwnThread() throws Exception {
        List<String> ran = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String name = "task " + i;
            loop.execute(() -> ran.add(name + loop.inLoop()));
        }
        call(() -> true);
        assertThat(ran).hasSize(5000).startsWith("task 0true").endsWith("task 4999true");
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void neverRunsATaskInsideTheCallThatHandsItOver() throws Exception {
        List<String> order = new ArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            loop.execute(() -> {
                order.add("inner");
                done.complete(null);
            });
            order.add("outer");
        });
        done.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    void survivesTasksThatThrow() throws Exception {
        loop.execute(() -> {
            throw new IllegalStateException("thrown on purpose");
        });
        loop.execute(() -> {
            throw new AssertionError("thrown on purpose");
        });
        loop.execute(() -> NioLoopTest.<RuntimeException>throwUnchecked(new Exception("thrown on purpose")));
        assertThat(call(loop::inLoop)).isTrue();
        assertThat(call(loop::inLoop))
                .as("once more, as the end of a loop runs what is left, too")
                .isTrue();
    }

    /** As when there is no descriptor left to open a file of the log with. */
    @Test
    void survivesALoggerThatThrows() throws Exception {
        Logger logger = Logger.getLogger("dev.jackfield.loop");
        Filter before = logger.getFilter();
        AtomicInteger asked = new AtomicInteger();
        logger.setFilter(line -> {
            asked.incrementAndGet();
            throw new IllegalStateException("thrown by the logger on purpose");
        });
        try {
            loop.execute(() -> {
                throw new IllegalStateException("thrown on purpose");
            });
            assertThat(call(loop::inLoop)).isTrue();
            assertThat(asked).hasValue(1);
        } finally {
            logger.setFilter(before);
        }
    }

    @Test
    void clearsInterruptsThatATaskLeavesBehind() throws Exception {
        loop.execute(() -> Thread.currentThread().interrupt());
        call(() -> true);
        assertThat(call(() -> Thread.currentThread().isInterrupted())).isFalse();
    }

    @Test
    void wakesUpForTasksFromManyThreads() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        int threads = 4;
        int each = 5_000;
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            senders.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < each; n++) {
                    loop.execute(ran::incrementAndGet);
                    if (n % 100 == 0) {
                        LockSupport.parkNanos(1);
                    }
                }
            }));
        }
        for (CompletableFuture<Void> sender : senders) {
            sender.get(10, TimeUnit.SECONDS);
        }
        call(() -> true);
        assertThat(ran).hasValue(threads * each);
    }

    @Test
    void runsTimersInOrderAndNeverEarly() throws Exception {
        List<String> ran = new ArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            long begin = System.nanoTime();
            loop.after(Duration.ofMillis(30), () -> {
                ran.add("late " + (System.nanoTime() - begin >= 30_000_000));
                done.complete(null);
            });
            loop.after(Duration.ofMillis(10), () -> ran.add("early " + (System.nanoTime() - begin >= 10_000_000)));
            loop.after(Duration.ofMillis(-5), () -> ran.add("at once"));
            ran.add("armed");
        });
        done.get(10, TimeUnit.SECONDS);
        assertThat(ran).containsExactly("armed", "at once", "early true", "late true");
    }

    @Test
    void takesTimersFromOtherThreads() throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        long begin = System.nanoTime();
        loop.after(
                Duration.ofMillis(10), () -> done.complete(System.nanoTime() - begin >= 10_000_000 && loop.inLoop()));
        assertThat(done.get(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The loop is held up meanwhile, so that the timers cannot have run before. */
    @Test
    void callsTimersOff() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> later = new CompletableFuture<>();
        loop.execute(() -> {
            Guard here = loop.after(Duration.ZERO, ran::incrementAndGet);
            await(go);
            here.close();
            here.close();
        });
        Guard elsewhere = loop.after(Duration.ZERO, ran::incrementAndGet);
        elsewhere.close();
        elsewhere.close();
        go.countDown();
        loop.after(Duration.ofMillis(5), () -> later.complete(null));
        later.get(10, TimeUnit.SECONDS);
        assertThat(ran).hasValue(0);
    }

    /** The timer is still on its way to the loop when somebody on the loop calls it off. */
    @Test
    void callsATimerOffThatHasNotArrivedYet() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CompletableFuture<Guard> handed = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        loop.execute(() -> {
            handed.orTimeout(10, TimeUnit.SECONDS).join().close();
            closed.complete(null);
        });
        handed.complete(loop.after(Duration.ZERO, ran::incrementAndGet));
        closed.get(10, TimeUnit.SECONDS);
        CompletableFuture<Void> later = new CompletableFuture<>();
        loop.after(Duration.ofMillis(5), () -> later.complete(null));
        later.get(10, TimeUnit.SECONDS);
        assertThat(ran).hasValue(0);
    }

    @Test
    void servesChannels() throws Exception {
        Pipe pipe = pipe();
        CompletableFuture<Integer> got = new CompletableFuture<>();
        Watch watch = call(() -> loop.watch(pipe.source(), SelectionKey.OP_READ, operations -> {
            try {
                ByteBuffer bytes = ByteBuffer.allocate(8);
                pipe.source().read(bytes);
                got.complete(operations * 100 + bytes.flip().get());
            } catch (Exception e) {
                got.completeExceptionally(e);
            }
        }));
        assertThat(watch.interest()).isEqualTo(SelectionKey.OP_READ);
        pipe.sink().write(ByteBuffer.wrap(new byte[] {42}));
        assertThat(got.get(10, TimeUnit.SECONDS)).isEqualTo(142);
        call(() -> {
            watch.close();
            assertThat(watch.interest()).isZero();
            watch.interest(SelectionKey.OP_READ);
            watch.close();
            return true;
        });
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void watchesOnlyOnTheLoop() throws Exception {
        Pipe pipe = pipe();
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.watch(pipe.source(), SelectionKey.OP_READ, operations -> {}))
                .withMessageStartingWith("Expected a call on jackfield-");
        pipe.source().close();
        pipe.sink().close();
    }

    /** Otherwise the closed channel would stay in the selector, and its peer in the dark, until something else happens. */
    @Test
    void freesAChannelWhoseWatchIsClosedElsewhere() throws Exception {
        Pipe pipe = pipe();
        Watch watch = call(() -> loop.watch(pipe.source(), 0, operations -> {}));
        // Long enough for the loop to fall asleep; were it too short, the test would only be less strict.
        LockSupport.parkNanos(20_000_000);
        pipe.source().close();
        watch.close();
        pipe.sink().configureBlocking(false);
        assertThatIOException()
                .isThrownBy(() -> {
                    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
                    while (System.nanoTime() < deadline) {
                        pipe.sink().write(ByteBuffer.allocate(1));
                        LockSupport.parkNanos(1_000_000);
                    }
                })
                .withMessage("Broken pipe");
        pipe.sink().close();
    }

    @Test
    void tellsTheTimeOfTheTurnToChannelsAfterALongTask() throws Exception {
        Pipe pipe = pipe();
        CompletableFuture<Long> behind = new CompletableFuture<>();
        call(() -> loop.watch(pipe.source(), SelectionKey.OP_READ, operations -> {
            behind.complete(System.nanoTime() - loop.nanoTime());
            closeQuietly(pipe.source());
        }));
        long length = 200_000_000;
        loop.execute(() -> {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < length) {
                Thread.onSpinWait();
            }
            loop.execute(() -> {});
            try {
                pipe.sink().write(ByteBuffer.allocate(1));
            } catch (Exception e) {
                behind.completeExceptionally(e);
            }
        });
        assertThat(behind.get(10, TimeUnit.SECONDS)).isBetween(0L, length - 1);
        pipe.sink().close();
    }

    @Test
    void runsWhatWasHandedOverBeforeTheEndAndRefusesTheRest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        loop.execute(() -> await(go));
        loop.execute(() -> loop.execute(ran::incrementAndGet));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(loops::close);
        go.countDown();
        closing.get(10, TimeUnit.SECONDS);
        assertThat(ran).hasValue(1);
        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        loops.close();
    }

    @Test
    void endsEvenIfATaskHandsItselfOverForEver() throws Exception {
        class Restless implements Runnable {
            @Override
            public void run() {
                loop.execute(this);
            }
        }
        loop.execute(new Restless());
        CompletableFuture.runAsync(loops::close).get(10, TimeUnit.SECONDS);
    }

    @Test
    void closesItsChannelsAtTheEnd() throws Exception {
        Pipe pipe = pipe();
        call(() -> loop.watch(pipe.source(), SelectionKey.OP_READ, operations -> {}));
        loops.close();
        assertThat(pipe.source().isOpen()).isFalse();
        pipe.sink().close();
    }

    @Test
    void twoLoopsMayCloseTheirSetAtTheSameTime() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<CompletableFuture<Void>> closed = new ArrayList<>();
        for (ChannelLoop each : loops.all()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            closed.add(done);
            each.execute(() -> {
                try {
                    both.await(10, TimeUnit.SECONDS);
                    loops.close();
                    done.complete(null);
                } catch (Exception e) {
                    done.completeExceptionally(e);
                }
            });
        }
        for (CompletableFuture<Void> done : closed) {
            done.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void blockingWorkRunsElsewhere() throws Exception {
        CompletableFuture<String> where = new CompletableFuture<>();
        loop.blocking().execute(() -> where.complete(Thread.currentThread().getName()));
        assertThat(where.get(10, TimeUnit.SECONDS)).matches("jackfield-[0-9]+-blocking-1");
    }

    private static Pipe pipe() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        return pipe;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUnchecked(Throwable e) throws E {
        throw (E) e;
    }

    private <T> T call(Callable<T> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(what.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }
}
