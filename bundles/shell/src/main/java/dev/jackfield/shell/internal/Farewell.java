package dev.jackfield.shell.internal;

import dev.jackfield.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what is under way when the process is asked to end, as by Ctrl-C, and gives it a moment. */
final class Farewell {
    private static final int PATIENCE_SECONDS = 5;

    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    /** Does nothing if the process is not one's own. */
    static Farewell of(boolean ownProcess, HttpClient client, CompletableFuture<?> running) {
        Thread hook = new Thread(() -> end(client, running), "jackfield-farewell");
        if (ownProcess) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
        return new Farewell(hook);
    }

    /** It has ended by itself. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itIsRunning) {
            // Then it has nothing left to do.
        }
    }

    private static void end(HttpClient client, CompletableFuture<?> running) {
        client.close();
        try {
            running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            // It ends all the same.
        }
    }
}
