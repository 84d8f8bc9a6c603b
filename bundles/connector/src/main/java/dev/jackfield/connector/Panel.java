package dev.jackfield.connector;

import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is plugged in, by name.
 *
 * <p>In OSGi the panel is a service that follows the {@link Connector} services of the registry. Elsewhere {@link
 * #open()} fills one from {@link java.util.ServiceLoader}. Both can be re-patched in code.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Panel {

    /**
     * A panel of its own, filled with the connectors that {@link java.util.ServiceLoader} finds.
     *
     * @return the panel
     */
    static Panel open() {
        return new PatchPanel();
    }

    /**
     * What is in use under a name now.
     *
     * @param name for example {@code plain}
     * @return the plug of highest ranking, if there is any
     */
    Optional<Plug> connector(String name);

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
     * Everything plugged in, those in use and those that wait behind them.
     *
     * @return by name, then in the order in which they would be used
     */
    List<Plug> plugs();

    /**
     * Watches for changes of what is in use.
     *
     * @param changed called with the name after each change, on the thread that made it; must be quick
     * @return ends the watch
     */
    Guard watch(Consumer<String> changed);
}
