package dev.jackfield.resolver.internal.search;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the one who asked hears, and whether they still listen. <i>Loop-confined.</i> */
final class Outcome {
    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");

    /** Characters of a message; many servers of many targets have much to tell. */
    static final int LONGEST_MESSAGE = 2000;

    private final CompletableFuture<List<Target>> stage = new CompletableFuture<>();
    private final Query query;
    private List<Target> published = List.of();
    private String notes = "";
    private Optional<Reason> trouble = Optional.empty();

    Outcome(Query query) {
        this.query = query;
    }

    CompletionStage<List<Target>> stage() {
        return stage;
    }

    /** Whether nobody waits any more. */
    boolean over() {
        return stage.isDone();
    }

    /** Runs when nobody waits any more, be it because the answer is there or because it is no longer wanted. */
    void whenOver(Runnable task) {
        stage.whenComplete((targets, error) -> {
            if (query.loop().inLoop()) {
                task.run();
            } else {
                Turns.handOver(query.loop(), task);
            }
        });
    }

    /** A step on the way to the answer, which may find out that there is none. */
    @FunctionalInterface
    interface Work {
        void run() throws ResolveFailure;
    }

    /** Works, if somebody still waits: whatever goes wrong in it, there is an answer. */
    void working(Work work) {
        if (over()) {
            return;
        }
        try {
            work.run();
        } catch (ResolveFailure failure) {
            stage.completeExceptionally(failure);
        } catch (RuntimeException | Error e) {
            fail(e.toString(), e);
        }
    }

    /** Tells what is known so far, if that is more than before. */
    void publish(List<Target> soFar) {
        if (soFar.isEmpty() || soFar.equals(published)) {
            return;
        }
        published = soFar;
        try {
            query.early().accept(soFar);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Who wanted to hear early of " + query.target() + " failed", e);
        }
    }

    void complete(List<Target> targets) {
        stage.complete(targets);
    }

    void rejected(RuntimeException ended) {
        fail("the loop has ended", ended);
    }

    private void fail(String what, Throwable cause) {
        stage.completeExceptionally(new ResolveFailure(Reason.UNAVAILABLE, message(what), cause));
    }

    /** Something to be told if there is no answer in the end. */
    void note(String story) {
        notes = notes.isEmpty() ? story : notes + "; " + story;
    }

    /** What a name server in trouble may have hidden: that nothing was found elsewhere does not mean that nothing is there. */
    void trouble(Reason reason) {
        trouble = Optional.of(reason);
    }

    ResolveFailure failure(Reason reason, String story) {
        note(story);
        return failure(reason);
    }

    ResolveFailure failure(Reason reason) {
        boolean nothing = reason == Reason.NO_SUCH_NAME || reason == Reason.NO_ADDRESS;
        return new ResolveFailure(nothing ? trouble.orElse(reason) : reason, message(notes));
    }

    private String message(String story) {
        String what = query.target().service().isEmpty()
                ? query.target().host()
                : query.target().toString();
        String message = "Cannot resolve \"" + what + "\": " + story;
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }
}
