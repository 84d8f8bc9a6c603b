package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many threads at one jar. */
class MemoryJarConcurrencyTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 300;

    @Test
    void losesNothingAndShowsNothingTwice() throws Exception {
        Tried tried = new Tried(CookieRules.defaults().withMaxPerDomain(THREADS * ROUNDS + 1));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                tasks.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < ROUNDS; i++) {
                        tried.set("http://h.test/", number + "-" + i + "=x", "shared=" + i, "gone=x; Max-Age=0");
                        List<String> names = tried.jar.cookies(Tried.context("http://h.test/")).stream()
                                .map(Cookie::name)
                                .toList();
                        assertThat(names).doesNotHaveDuplicates().contains(number + "-" + i, "shared");
                    }
                    return null;
                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tried.jar.all()).hasSize(THREADS * ROUNDS + 1);
    }

    /** Who has to go depends on when each was used, which readers change all the time. */
    @Test
    void makesRoomWhileItIsRead() throws Exception {
        MemoryJar jar = MemoryJar.create();
        AtomicBoolean full = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            fill(jar, 0, CookieRules.defaults().maxCookies());
            Future<?> reading = reader.submit(() -> {
                for (int host = 0; !full.get(); host = (host + 1) % 100) {
                    jar.cookies(Tried.context("http://h" + host + ".test/"));
                }
            });
            fill(jar, CookieRules.defaults().maxCookies(), 200);
            full.set(true);
            reading.get();
        } finally {
            full.set(true);
            reader.shutdownNow();
        }
        assertThat(jar.all()).hasSize(CookieRules.defaults().maxCookies());
    }

    private static void fill(MemoryJar jar, int from, int count) {
        for (int i = from; i < from + count; i++) {
            CookieContext where = Tried.context("http://h" + i % 100 + ".test/");
            jar.store(new SetCookies(where, List.of("c" + i + "=x"), Optional.empty()));
        }
    }
}
