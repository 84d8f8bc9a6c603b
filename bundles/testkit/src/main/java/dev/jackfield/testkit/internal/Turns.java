package dev.jackfield.testkit.internal;

import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a test's own thread do things on a loop and wait for what comes of them, be the loop a real one or one that the
 * test has to turn.
 */
public final class Turns {
    private static final int MOST_TURNS = 10_000;
    private static final long PAUSE_NANOS = 100_000;

    private final Loop loop;
    private final Optional<ManualLoop> manual;

    /** For one loop. */
    public Turns(Loop loop) {
        this.loop = loop;
        this.manual = loop instanceof ManualLoop turned
                ? Optional.of(turned)
                : loop instanceof ManualLoops set ? Optional.of(set.manual()) : Optional.empty();
    }

    /** Whether the loop is turned by the test alone. */
    public boolean byHand() {
        return manual.isPresent();
    }

    /** Runs something on the loop and hands back its result, or its exception. */
    public <T> T call(Callable<T> what) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(what.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return await(done);
    }

    /** Something to be run on the loop. */
    @FunctionalInterface
    public interface Action {
        /** Runs. */
        void run() throws Exception;
    }

    /** Runs something on the loop. */
    public void run(Action what) throws Exception {
        call(() -> {
            what.run();
            return true;
        });
    }

    /** Waits for a stage; throws what it failed with, or an error if it is not completed in time. */
    public <T> T await(CompletionStage<T> stage) throws Exception {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (manual.isPresent()) {
            manual.get().settle();
            if (!future.isDone()) {
                throw new AssertionError("Expected an end, but the loop has nothing left to do");
            }
        }
        try {
            return future.get(Patience.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "Expected an end within " + Patience.limit().toSeconds() + " s", e);
        }
    }

    /** Waits for a stage that has to fail, and hands back its {@link IOException}. */
    public IOException awaitFailure(CompletionStage<?> stage) throws Exception {
        try {
            Object result = await(stage);
            throw new AssertionError("Expected an IOException, got " + result);
        } catch (IOException e) {
            return e;
        }
    }

    /** Lets the loop turn, until a condition, looked at on the loop, has become true. */
    public void until(String what, Callable<Boolean> condition) throws Exception {
        // A loop turned by hand gets as many turns as it likes, but its clock stands still.
        long deadline = System.nanoTime() + Patience.limit().toNanos();
        for (int turns = 0; !call(condition); turns++) {
            if (byHand() ? turns > MOST_TURNS : System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until " + what);
            }
            if (!byHand()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Lets the loop turn a few times, so that what must not happen has had every chance to. */
    public void pass() throws Exception {
        pass(5);
    }

    /** Lets the loop turn so many times. Handed over on the loop, for those of other threads may overtake its own tasks. */
    public void pass(int turns) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> hop(turns, () -> done.complete(null)));
        await(done);
    }

    /** To be called on the loop: runs something so many turns later; at once if that is none. */
    public void hop(int turns, Runnable then) {
        if (turns == 0) {
            then.run();
        } else {
            loop.execute(() -> hop(turns - 1, then));
        }
    }

    private static Exception unwrapped(Throwable e) {
        Throwable cause = e;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (Exception) cause;
    }
}
