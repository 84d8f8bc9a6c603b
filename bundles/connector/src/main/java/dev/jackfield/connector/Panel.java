package dev.jackfield.connector;

import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is plugged in, by name.
 *
 * <p>In OSGi the panel is a service that follows the {@link Connector} and {@link Layer} services of the registry. Elsewhere {@link
 * #open()} fills one from {@link java.util.ServiceLoader}. Both can be re-patched in code.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Panel {

    /**
     * A panel of its own, filled with the connectors and layers that {@link java.util.ServiceLoader} finds.
     *
     * @return the panel
     */
    static Panel open() {
        return new PatchPanel();
    }

    /**
     * The connector that is in use under a name now.
     *
     * @param name for example {@code plain}
     * @return the plug of highest ranking, if there is any
     */
    Optional<Plug<Connector>> connector(String name);

    /**
     * The layer that is in use under a name now. A connector and a layer of the same name do not meet.
     *
     * @param name for example {@code tls}
     * @return the plug of highest ranking, if there is any
     */
    Optional<Plug<Layer>> layer(String name);

    /**
     * A connector that takes a route, looked up anew for each connection.
     *
     * @param route which way; need not lead anywhere yet
     * @return fails with an {@link UnpluggedException} where nothing is plugged in under a name, and with an {@link
     *     java.io.IOException} where a link has no use for what stands in its brackets
     */
    default Connector connector(Route route) {
        return (target, attempt) -> {
            try {
                return Patch.of(route, this).connect(target, attempt);
            } catch (IOException | IllegalArgumentException e) {
                CompletableFuture<Wire> failed = new CompletableFuture<>();
                IOException failure = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
                attempt.loop().execute(() -> failed.completeExceptionally(failure));
                return failed;
            }
        };
    }

    /**
     * Plugs a connector in, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest is in use; services without a ranking have 0
     * @param connector a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one
     */
    Guard plug(String name, int ranking, Connector connector);

    /**
     * Plugs a layer in, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest is in use; services without a ranking have 0
     * @param layer a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one
     */
    Guard plug(String name, int ranking, Layer layer);

    /**
     * Everything plugged in, those in use and those that wait behind them.
     *
     * @return connectors before layers, each by name, then in the order in which they would be used
     */
    List<Plug<?>> plugs();

    /**
     * Watches for changes of what is in use.
     *
     * @param changed called with the name after each change, on the thread that made it; must be quick
     * @return ends the watch
     */
    Guard watch(Consumer<String> changed);
}
