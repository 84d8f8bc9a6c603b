package dev.jackfield.itest.soak.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTest {
    @TempDir
    private Path folder;

    @Test
    void tellsAThreadThatStays() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Quiet quiet = looking(Measure.exact("threads", Process::threads));
        Thread thread = new Thread(() -> awaitQuietly(end), "stays");
        thread.start();
        try {
            Held held = quiet.after().get(0);

            assertThat(held.leaked()).isEqualTo(1);
            assertThat(held.came()).containsExactly("stays");
        } finally {
            end.countDown();
            thread.join();
        }
        assertThat(quiet.after().get(0).leaked()).isZero();
    }

    @Test
    void tellsADescriptorThatStaysOpen() throws Exception {
        Path file = Files.writeString(folder.resolve("open"), "");
        Quiet quiet = looking(Measure.exact("descriptors", Process::descriptors));
        try (InputStream open = Files.newInputStream(file)) {
            Held held = quiet.after().get(0);

            assertThat(open.available()).isZero();
            assertThat(held.came()).contains(file.toRealPath().toString());
            assertThat(held.leaked()).isEqualTo(1);
        }
    }

    @Test
    void seesMemoryThatIsHeld() throws Exception {
        Quiet quiet = looking(Measure.about("heap", Process::heap, 1_024));
        List<byte[]> hoard = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            hoard.add(new byte[1 << 20]);
        }

        assertThat(quiet.after().get(0).leaked()).isGreaterThan(20_000);
        assertThat(hoard).hasSize(32);
    }

    @Test
    void allowsForNothingThatPasses() throws Exception {
        Quiet quiet = looking(Measure.passing("connections", () -> List.of("one")));

        assertThat(quiet.after().get(0).leaked()).isEqualTo(1);
    }

    @Test
    void waitsForWhatGoesByItself() throws Exception {
        List<Integer> looks = new ArrayList<>();
        Quiet quiet = new Quiet(
                List.of(Measure.exact("looks", () -> {
                    looks.add(1);
                    return looks.size() == 2 ? List.of("a while") : List.of();
                })),
                Duration.ofSeconds(10));
        quiet.before(Duration.ZERO);

        assertThat(quiet.after().get(0).leaked()).isZero();
        assertThat(looks).hasSize(3);
    }

    private static Quiet looking(Measure measure) throws InterruptedException {
        Quiet quiet = new Quiet(List.of(measure), Duration.ZERO);
        quiet.before(Duration.ZERO);
        return quiet;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
