package dev.jackfield.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Code of others, which may never return. */
class ForeignTest {
    private static final int MANY = 40;

    private final CountDownLatch stuck = new CountDownLatch(MANY);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Test
    void neitherKeepsOthersWaitingNorTheClosing() throws Exception {
        Loops loops = Loops.create(2);
        try (loops) {
            for (int i = 0; i < MANY; i++) {
                loops.all().get(i % 2).foreign().execute(this::blockForEver);
            }
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(threads)
                    .doesNotHaveDuplicates()
                    .allMatch(Thread::isDaemon)
                    .allMatch(thread -> thread.getName().matches("jackfield-[0-9]+-foreign-[0-9]+"));

            CompletableFuture<Void> bounded = new CompletableFuture<>();
            loops.all().get(0).blocking().execute(() -> bounded.complete(null));
            bounded.get(10, TimeUnit.SECONDS);
        }
        assertThat(threads).as("closed meanwhile").allMatch(Thread::isAlive);
        release.countDown();
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(interrupted).as("let finish what it does").isFalse();
    }

    private void blockForEver() {
        threads.add(Thread.currentThread());
        stuck.countDown();
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        }
    }
}
