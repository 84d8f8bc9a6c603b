package dev.jackfield.itest.parity.families;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** A loop for all who need one, from the first of them on. */
final class OwnLoop implements AutoCloseable {
    private Loops loops;

    synchronized ChannelLoop get() {
        if (loops == null) {
            loops = Loops.create(1);
        }
        return loops.all().get(0);
    }

    /** Calls on the loop, and waits for what comes of it; a harness that has run out of patience interrupts. */
    <T> T call(Function<ChannelLoop, CompletionStage<T>> code) throws InterruptedException, ExecutionException {
        CompletableFuture<T> done = new CompletableFuture<>();
        get().execute(() -> {
            try {
                code.apply(get()).whenComplete((value, error) -> {
                    if (error == null) {
                        done.complete(value);
                    } else {
                        done.completeExceptionally(error);
                    }
                });
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    /** Calls on a loop, and waits for the value. */
    static <T> T on(ChannelLoop loop, Callable<T> code) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(code);
        loop.execute(task);
        return task.get();
    }

    @Override
    public synchronized void close() {
        if (loops != null) {
            loops.close();
            loops = null;
        }
    }
}
