package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.UnixAddress;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * A question to the resolver. Resolvers come from anywhere, and not all of them keep the rules: whatever they do, what
 * is heard of here is heard on the loop, after the question was asked, nothing follows the answer, and there is one
 * answer at most.
 *
 * <p><i>Loop-confined.</i>
 */
final class Asking {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    /** Who wants to know. */
    interface Listener {
        /** These are known so far. */
        void early(List<Target> found);

        /** All are known, or, if there is an error, no more will be. */
        void answered(List<Target> found, Optional<Throwable> error);
    }

    private final Resolver resolver;
    private final Query query;
    private final Listener listener;
    private final Loop loop;
    private CompletionStage<?> stage;
    private boolean returned;
    private boolean done;

    Asking(Resolver resolver, Query query, Listener listener) {
        this.resolver = resolver;
        this.query = query.withEarly(found -> onLoop(() -> early(found)));
        this.listener = listener;
        this.loop = query.loop();
    }

    void ask() {
        Optional<UnixAddress> unix = query.target().unix();
        if (unix.isPresent()) {
            // That is no name; not every resolver has to know.
            onLoop(() -> answered(List.of(new Target(unix.get(), 0)), null));
        } else {
            askResolver();
        }
        returned = true;
    }

    /** Nobody wants to know any more. */
    void cancel() {
        if (!done) {
            done = true;
            cancelStage();
        }
    }

    private void askResolver() {
        try {
            CompletionStage<List<Target>> answer =
                    Objects.requireNonNull(resolver.resolve(query), "Expected a stage from the resolver, got null");
            stage = answer;
            answer.whenComplete((found, error) -> onLoop(() -> answered(found, error)));
        } catch (RuntimeException | Error e) {
            onLoop(() -> answered(null, e));
        }
        if (done) {
            cancelStage();
        }
    }

    private void cancelStage() {
        if (stage != null) {
            try {
                stage.toCompletableFuture().cancel(false);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.DEBUG, "A resolver's stage cannot be cancelled", e);
            }
        }
    }

    private void onLoop(Runnable task) {
        if (loop.inLoop() && returned) {
            task.run();
            return;
        }
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            // The loop on which the answer was wanted is gone, and with it everybody who could have heard it.
        }
    }

    private void early(List<Target> found) {
        if (!done && found != null) {
            listener.early(found);
        }
    }

    private void answered(List<Target> found, Throwable error) {
        if (done) {
            return;
        }
        done = true;
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        listener.answered(found == null ? List.of() : found, Optional.ofNullable(cause));
    }
}
