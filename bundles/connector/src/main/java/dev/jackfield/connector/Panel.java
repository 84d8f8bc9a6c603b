package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Failed;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
     * @param target whom it shall reach
     * @return of those that {@linkplain Plug#serves serve} the target the one of highest ranking, if there is any
     */
    Optional<Plug<Connector>> connector(String name, HostPort target);

    /**
     * The layer that is in use under a name now. A connector and a layer of the same name do not meet.
     *
     * @param name for example {@code tls}
     * @param target whom it shall reach
     * @return of those that {@linkplain Plug#serves serve} the target the one of highest ranking, if there is any
     */
    Optional<Plug<Layer>> layer(String name, HostPort target);

    /**
     * The connector that is in use under a name now for targets that nothing is plugged in for in particular.
     *
     * @param name for example {@code plain}
     * @return of those that are for all hosts the one of highest ranking, if there is any
     */
    default Optional<Plug<Connector>> connector(String name) {
        return forAll(name, Connector.class);
    }

    /**
     * The layer that is in use under a name now for targets that nothing is plugged in for in particular.
     *
     * @param name for example {@code tls}
     * @return of those that are for all hosts the one of highest ranking, if there is any
     */
    default Optional<Plug<Layer>> layer(String name) {
        return forAll(name, Layer.class);
    }

    private <T> Optional<Plug<T>> forAll(String name, Class<T> type) {
        Given.of(name, "a name");
        return plugs().stream()
                .filter(plug -> plug.name().equals(name) && type.isInstance(plug.plugged()))
                .filter(plug -> !plug.pulled() && plug.forAll())
                .findFirst()
                .map(plug -> plug.with(type.cast(plug.plugged())));
    }

    /**
     * A connector that takes a route, looked up anew for each connection.
     *
     * @param route which way; need not lead anywhere yet
     * @return fails with an {@link UnpluggedException} where nothing is plugged in under a name, and with an {@link
     *     java.io.IOException} where a link has no use for what stands in its brackets
     */
    default Connector connector(Route route) {
        Given.of(route, "a route");
        return (target, attempt) -> {
            try {
                return Patch.of(route, target, this).connect(target, attempt);
            } catch (IOException | IllegalArgumentException e) {
                return Failed.stage(attempt, e);
            }
        };
    }

    /**
     * Whom a connector leaves the work to: what is in use under a name for the target, looked up for each connection, so that
     * hosts, rankings and what an operator has pulled hold below it, too. Passed over are the asker itself and, when it is
     * asked by way of others that were asked for that name, those: who takes the place of {@code plain} may be over {@code
     * plain}. Others that go in a circle fail.
     *
     * <p>Hand {@link Connector#watch} and {@link Connector#configured} on to it: then connections that were made by
     * something else do not stay, and calls wait while nothing is there.
     *
     * @param asker the connector that will ask, as it is plugged in
     * @param name for example {@code plain}
     * @return connects within the attempt it is given; fails with an {@link UnpluggedException} while there is nothing else
     *     under that name
     * @throws IllegalArgumentException if the name is not one
     */
    Connector below(Connector asker, String name);

    /**
     * Plugs a connector in, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest is in use; services without a ranking have 0
     * @param connector a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one, or what is plugged in cannot be watched
     */
    default Guard plug(String name, int ranking, Connector connector) {
        return plug(name, ranking, List.of(), connector);
    }

    /**
     * Plugs a connector in for some targets, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest of those that serve a target is in use for it; services without a ranking have 0
     * @param hosts whom it is for, any of them; none for all
     * @param connector a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one, or what is plugged in cannot be watched
     */
    Guard plug(String name, int ranking, List<HostPattern> hosts, Connector connector);

    /**
     * Plugs a layer in, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest is in use; services without a ranking have 0
     * @param layer a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one, or what is plugged in cannot be watched
     */
    default Guard plug(String name, int ranking, Layer layer) {
        return plug(name, ranking, List.of(), layer);
    }

    /**
     * Plugs a layer in for some targets, until the guard is closed.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest of those that serve a target is in use for it; services without a ranking have 0
     * @param hosts whom it is for, any of them; none for all
     * @param layer a lambda will do
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one, or what is plugged in cannot be watched
     */
    Guard plug(String name, int ranking, List<HostPattern> hosts, Layer layer);

    /**
     * Takes something out of use that somebody else has plugged in, as an operator does, until it is put back or its owner
     * takes it away. It stays in its place and is seen as {@linkplain Plug#pulled() pulled}.
     *
     * @param plug as it is now
     * @return false if there is no plug of that generation, or it was pulled already
     */
    boolean pull(Plug<?> plug);

    /**
     * Puts back what was pulled, as a new generation.
     *
     * @param plug as it is now
     * @return false if there is no plug of that generation, or it was not pulled
     */
    boolean putBack(Plug<?> plug);

    /**
     * Everything plugged in, those in use, those that wait behind them, and those that were pulled.
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
