package dev.jackfield.http;

import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All clients that are services of this framework: one for each bundle that uses one, and name. A service of OSGi, for
 * commands and for management.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Clients {

    /**
     * Asks all of them, each loop in its own turn.
     *
     * @return completes on any thread, with what they hold on to, by user and name; those that are closed meanwhile are
     *     left out
     */
    CompletableFuture<List<ClientReading>> read();

    /**
     * Watches for clients that come and go, or get another name.
     *
     * @param changed called after each change, on the thread that made it; must be quick
     * @return ends the watch
     */
    Guard watch(Runnable changed);
}
