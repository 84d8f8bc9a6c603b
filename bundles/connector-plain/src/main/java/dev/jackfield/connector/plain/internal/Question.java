package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.plain.internal.ServedResolver.Binding;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One query to whichever resolver is in use. If another one comes into use meanwhile it is asked as well, and whoever knows
 * first has answered. That one does not know is an answer only if it is in use: what is gone fails because it is gone.
 *
 * <p><i>Loop-confined</i> to the loop of the query, but for {@link #begin} and {@link #onLoop}.
 */
final class Question {
    /** The first and the last of those asked: however often they are replaced, a slow one is not called off. */
    private static final int MOST = 2;

    private final CompletableFuture<List<Target>> stage = new CompletableFuture<>();
    private final List<Inquiry> open = new ArrayList<>(MOST);
    private final ServedResolver served;
    private final Query query;
    private final Loop loop;
    private Binding newest;
    private Throwable failure;
    private boolean beginning;
    private boolean stopped;
    private Binding last;

    Question(ServedResolver served, Query query) {
        this.served = served;
        this.query = query;
        this.loop = query.loop();
    }

    /** On any thread. On the loop, the stage does not complete inside this call. */
    CompletionStage<List<Target>> begin() {
        stage.whenComplete((found, error) -> ended());
        if (loop.inLoop()) {
            beginning = true;
            guarded(this::turn);
            beginning = false;
        } else {
            onLoop(this::turn);
        }
        return stage;
    }

    /** On any thread. Whatever the task throws, and be it that the loop has ended, is how the question ends. */
    void onLoop(Runnable task) {
        try {
            if (loop.inLoop() && !beginning) {
                guarded(task);
            } else {
                loop.execute(() -> guarded(task));
            }
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    /** On any thread. */
    void broken(Throwable e) {
        stage.completeExceptionally(e);
    }

    /** Asks who is in use, unless that was done. */
    void turn() {
        if (stage.isDone()) {
            return;
        }
        Binding current = served.current();
        if (current == null) {
            if (served.stopped() && newest == null) {
                onLoop(this::fail);
            }
        } else if (current != newest) {
            ask(current);
        }
    }

    /** Nobody else will come into use. Who was last, null if it is gone, may still answer. */
    void stop(Binding last) {
        this.stopped = true;
        this.last = last;
        if (open.stream().noneMatch(inquiry -> inquiry.whom() == last)) {
            fail();
        }
    }

    /** Known so far. */
    void early(Inquiry inquiry, List<Target> found) {
        if (open.contains(inquiry)) {
            query.early().accept(found);
        }
    }

    /** All that one of them knows. */
    void answered(Inquiry inquiry, List<Target> found, Throwable error) {
        if (!open.remove(inquiry)) {
            return;
        }
        boolean counts = inquiry.whom() == (stopped ? last : served.current());
        if (!counts && !(stopped && open.isEmpty()) && (error != null || isEmpty(found))) {
            failure = error;
            return;
        }
        letGo();
        if (error == null) {
            stage.complete(found == null ? List.of() : found);
        } else {
            stage.completeExceptionally(error);
        }
    }

    private void ask(Binding current) {
        newest = current;
        if (open.size() == MOST) {
            open.remove(MOST - 1).cancel();
        }
        Inquiry inquiry = new Inquiry(this, current);
        open.add(inquiry);
        inquiry.begin(query);
        if (!open.contains(inquiry)) {
            inquiry.cancel();
        }
    }

    private void fail() {
        letGo();
        String message = "The resolver was stopped before it knew " + query.target();
        stage.completeExceptionally(new ResolveFailure(Reason.UNAVAILABLE, message, failure));
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    /** However it came about, and wherever: whoever asked may have called it off. */
    private void ended() {
        served.forget(this);
        try {
            if (!loop.inLoop()) {
                loop.execute(this::letGo);
                return;
            }
        } catch (RuntimeException | Error e) {
            // The loop has ended, so there is nobody to get in the way of.
        }
        letGo();
    }

    private void letGo() {
        served.forget(this);
        while (!open.isEmpty()) {
            open.remove(open.size() - 1).cancel();
        }
    }

    /** A list that cannot be looked at is none. */
    private static boolean isEmpty(List<Target> found) {
        try {
            return found == null || found.isEmpty();
        } catch (RuntimeException | Error e) {
            return true;
        }
    }
}
