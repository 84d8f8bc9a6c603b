package dev.jackfield.resolver;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Names to targets, as a service that can be replaced. In OSGi the one with the highest {@code service.ranking} is used.
 *
 * <p><i>Thread-safe.</i>
 */
@FunctionalInterface
@ConsumerType
public interface Resolver {

    /**
     * Looks a name up, and its service. Must not block.
     *
     * <p>Who loses interest may say so by {@code stage.toCompletableFuture().cancel(false)}, on the query's loop; a
     * resolver that can do so then lets go of what it needed for this query alone.
     *
     * @param query what, and where the answer is wanted
     * @return completes on {@code query.loop()} with at least one target, all in the order in which they should be tried,
     *     or with an {@link java.net.UnknownHostException}, best of all a {@link ResolveFailure}. If this method is called
     *     on that loop, that is after it has returned. If it is called elsewhere, the stage may be complete already when it
     *     returns, and what is attached to it then runs where it is attached: so attach on the loop what shall run there
     */
    CompletionStage<List<Target>> resolve(Query query);
}
