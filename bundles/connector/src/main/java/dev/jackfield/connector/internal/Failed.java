package dev.jackfield.connector.internal;

import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Connects that fail before they have begun. */
public final class Failed {
    private Failed() {}

    /** Fails on the loop, after the call has returned, with an IOException whatever it was. */
    public static CompletionStage<Wire> stage(Attempt attempt, Exception why) {
        CompletableFuture<Wire> failed = new CompletableFuture<>();
        IOException failure = why instanceof IOException io ? io : new IOException(why.getMessage(), why);
        attempt.loop().execute(() -> failed.completeExceptionally(failure));
        return failed;
    }
}
