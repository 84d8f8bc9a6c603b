package dev.jackfield.resolver.internal.files;

import dev.jackfield.resolver.internal.stub.StubConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The files of this machine, looked at again when that was more than a second ago, and never on the caller's thread.
 * <i>Thread-safe.</i>
 */
public final class TableFiles {
    /** For how long the files are taken to be unchanged. */
    static final Duration TRUSTED = Duration.ofSeconds(1);

    private final Supplier<Tables> files;
    private final LongSupplier clock;
    private volatile Look last;
    private volatile StubConfig dns = StubConfig.defaults(List.of());

    private record Look(CompletableFuture<Tables> tables, long began) {}

    /** Over what reads the files, which may block, and a clock like {@link System#nanoTime()}. */
    public TableFiles(Supplier<Tables> files, LongSupplier clock) {
        this.files = files;
        this.clock = clock;
        this.last = new Look(new CompletableFuture<>(), clock.getAsLong() - TRUSTED.toNanos());
    }

    /**
     * What the files say now.
     *
     * @param blocking where they are read if they have to be
     * @return as a rule already complete; one object for all who ask meanwhile, so not to be completed or cancelled
     */
    public CompletableFuture<Tables> current(Executor blocking) {
        Look look = last;
        if (clock.getAsLong() - look.began() >= TRUSTED.toNanos()) {
            look = lookAgain(look, blocking);
        }
        return look.tables();
    }

    /** Who comes second takes part in the look of the first. */
    private synchronized Look lookAgain(Look outdated, Executor blocking) {
        if (last != outdated) {
            return last;
        }
        Look look = new Look(new CompletableFuture<>(), clock.getAsLong());
        last = look;
        try {
            blocking.execute(() -> look.tables().completeAsync(this::read, Runnable::run));
        } catch (RejectedExecutionException ended) {
            // The others who ask may have a pool that still works.
            last = outdated;
            look.tables().completeExceptionally(ended);
        }
        return look;
    }

    private Tables read() {
        Tables tables = files.get();
        dns = tables.dns();
        return tables;
    }

    /** How to ask name servers, as far as the files have been read; must not block. */
    public StubConfig dns() {
        return dns;
    }
}
