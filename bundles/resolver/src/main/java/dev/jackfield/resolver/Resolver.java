package dev.jackfield.resolver;

import dev.jackfield.address.Address;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Names to addresses, as a service that can be replaced.
 *
 * <p><i>Thread-safe.</i>
 */
@FunctionalInterface
@ConsumerType
public interface Resolver {

    /**
     * Looks a name up. Must not block.
     *
     * @param query what, and where the answer is wanted
     * @return completes on {@code query.loop()}, after this method has returned, with at least one address in the
     *     order in which they should be tried, or with an {@link java.net.UnknownHostException}
     */
    CompletionStage<List<Address>> resolve(Query query);
}
