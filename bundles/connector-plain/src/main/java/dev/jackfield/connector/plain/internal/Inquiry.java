package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.plain.internal.ServedResolver.Binding;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Target;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * A {@link Question} as asked of one resolver. It hears of everything on the loop.
 *
 * <p><i>Loop-confined</i>, but for what the resolver calls.
 */
final class Inquiry implements BiConsumer<List<Target>, Throwable> {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    private final Question question;
    private final Binding whom;
    private CompletionStage<?> stage;

    Inquiry(Question question, Binding whom) {
        this.question = question;
        this.whom = whom;
    }

    Binding whom() {
        return whom;
    }

    void begin(Query query) {
        try {
            CompletionStage<List<Target>> answer = whom.resolver()
                    .resolve(query.withEarly(found -> question.onLoop(() -> question.early(this, found))));
            stage = Objects.requireNonNull(answer, "Expected a stage from the resolver, got null");
            answer.whenComplete(this);
        } catch (RuntimeException | Error e) {
            accept(null, e);
        }
    }

    /** The answer, on any thread. What is thrown here would be lost. */
    @Override
    public void accept(List<Target> found, Throwable error) {
        try {
            question.onLoop(() -> question.answered(this, found, error));
        } catch (RuntimeException | Error e) {
            question.broken(e);
        }
    }

    /** Its answer is not wanted any more. */
    void cancel() {
        if (stage != null) {
            try {
                stage.toCompletableFuture().cancel(false);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.DEBUG, "A resolver's stage cannot be cancelled", e);
            }
        }
    }
}
