package dev.jackfield.resolver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.ServiceNames;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TableFilesTest {
    private final Queue<Runnable> blocking = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - 1000;
    private int reads;
    private StubConfig conf = StubConfig.defaults(List.of());
    private final TableFiles files = new TableFiles(this::read, () -> now);

    private Tables read() {
        reads++;
        return new Tables(new Hosts("hosts", Map.of()), conf, ServiceNames.builtIn());
    }

    @Test
    void looksOffTheCallersThreadAndOnlyOnceASecond() {
        CompletableFuture<Tables> first = files.current(blocking::add);
        assertThat(first).isNotDone();
        assertThat(files.current(blocking::add)).isSameAs(first);
        blocking.remove().run();
        assertThat(first).isCompleted();
        now += TableFiles.TRUSTED.toNanos() - 1;
        assertThat(files.current(blocking::add)).isSameAs(first);
        assertThat(blocking).isEmpty();
        now++;
        assertThat(files.current(blocking::add)).isNotDone();
        assertThat(blocking).hasSize(1);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void tellsTheConfigurationThatWasReadLast() {
        assertThat(files.dns().servers()).isEmpty();
        conf = StubConfig.defaults(List.of(new InetSocketAddress("127.0.0.1", 53)));
        files.current(Runnable::run);
        assertThat(files.dns()).isSameAs(conf);
    }

    @Test
    void doesNotWaitForEverForALookThatHangs() {
        CompletableFuture<Tables> hanging = files.current(task -> {});
        now += TableFiles.TRUSTED.toNanos();
        assertThat(files.current(Runnable::run)).isCompleted();
        assertThat(hanging).isNotDone();
    }

    @Test
    void asksAnotherPoolWhenOneHasEnded() {
        CompletableFuture<Tables> refused = files.current(task -> {
            throw new RejectedExecutionException("ended");
        });
        assertThat(refused).isCompletedExceptionally();
        assertThat(files.current(Runnable::run)).isCompleted();
    }
}
