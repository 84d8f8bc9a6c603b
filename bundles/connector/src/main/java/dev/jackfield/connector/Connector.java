package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Filling;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.Placed;
import dev.jackfield.connector.internal.Provided;
import dev.jackfield.loop.Guard;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes connections: the seed's {@code tcp_connect}, as a service.
 *
 * <p>The rules for implementers are in the {@linkplain dev.jackfield.connector package description}.
 *
 * <p><i>Thread-safe</i> in that several loops may use one connector at the same time.
 */
@FunctionalInterface
@ConsumerType
public interface Connector {

    /** Service property with the name under which a connector or a layer is plugged in. */
    String NAME = "jackfield.name";

    /**
     * Service property with the targets that a connector or a layer is for: a text or several, each a {@link HostPattern}.
     * Without it, it is for all.
     */
    String HOSTS = "jackfield.hosts";

    /**
     * Whom a connector leaves the work to that {@link java.util.ServiceLoader} finds. Asked for in the constructor, while
     * {@link Panel#open()} makes the caller, it is what {@link Panel#below} of that panel gives; elsewhere whatever {@link
     * java.util.ServiceLoader} finds under the name. In OSGi a reference to the panel does the same.
     *
     * @param name of a connector, for example {@code plain}
     * @return looks for it when it is asked to connect; if there is none, connecting fails with an {@link
     *     UnpluggedException}
     */
    static Connector provided(String name) {
        return Filling.below(Given.of(name, "a name")).orElseGet(() -> new Provided(name));
    }

    /**
     * Connects.
     *
     * @param target where to, by name or by literal address; a connector that resolves names does so itself
     * @param attempt who asks, and on which loop
     * @return completes on {@code attempt.loop()}, after this method has returned, with a wire that the caller then
     *     owns, or with an {@link java.io.IOException}, best of all a {@link ConnectFailure}
     */
    CompletionStage<Wire> connect(HostPort target, Attempt attempt);

    /**
     * This connector as the first link of a route wants it: {@code plain}, {@code unix(/run/proxy.sock)}. The address in
     * the brackets is the route's business, which passes it as the target; credentials and options are the connector's.
     *
     * <p>Called whenever a route is looked up; must be quick.
     *
     * @param link names this connector
     * @return unless overridden this very connector, if nothing but an address stands in the brackets
     * @throws UnpluggedException if what the option names is not there now, but may come any time
     * @throws IllegalArgumentException if the connector has no use for what stands in the brackets; the message shows no
     *     password
     */
    default Connector configured(Link link) throws UnpluggedException {
        if (Given.of(link, "a link").credentials().present() || !link.option().isEmpty()) {
            throw new IllegalArgumentException("Expected \"" + link.name()
                    + "\" with nothing but an address in brackets, as this connector takes no credentials and no options,"
                    + " got " + link);
        }
        return this;
    }

    /**
     * This connector as it works for a target, to be asked for an address of it: for one that knows better where the name
     * leads. What is {@linkplain Panel#below below} is chosen by the target, then, and not by the address. Whoever leaves the
     * work to another one overrides this, and asks that one towards the target.
     *
     * @param target whom to reach in the end
     * @return unless overridden this very connector
     */
    default Connector towards(HostPort target) {
        return this;
    }

    /**
     * Watches for changes of how new wires are made, such as another connector below this one. The panel watches every
     * connector plugged in, and gives it a new generation then, so that idle wires made the old way are closed.
     *
     * @param changed called after each change, on any thread
     * @return ends the watch; unless overridden there is nothing to watch
     */
    default Guard watch(Runnable changed) {
        Given.of(changed, "a watcher");
        return () -> {};
    }

    /**
     * This connector with a layer on top.
     *
     * @param layer runs over every wire this connector makes
     * @return a connector that hands out the layer's wires
     */
    default Connector with(Layer layer) {
        Given.of(layer, "a layer");
        return (target, attempt) ->
                connect(target, attempt).thenCompose(wire -> over(wire, this, layer, target, attempt));
    }

    /**
     * This connector by way of a proxy: the first hop is always the proxy, and the layer is told the real target. So
     * names behind a proxy are never resolved here.
     *
     * @param proxy whom to connect to
     * @param handshake asks the proxy for the target
     * @return a connector that hands out wires to the target
     */
    default Connector by(HostPort proxy, Layer handshake) {
        Given.of(proxy, "the address of a proxy");
        Given.of(handshake, "a layer");
        return (target, attempt) ->
                connect(proxy, attempt).thenCompose(wire -> over(wire, this, handshake, target, attempt));
    }

    /** A layer that does not even begin must not leave the wire open. */
    private static CompletionStage<Wire> over(
            Wire wire, Connector below, Layer layer, HostPort target, Attempt attempt) {
        // One layer may be over several connectors, or twice in a row, and must not mix up what it remembers.
        Attempt above = new Placed(attempt, affinity -> affinity.withVery(below));
        try {
            return Objects.requireNonNull(layer.over(wire, target, above), "Expected a stage from the layer, got null");
        } catch (RuntimeException | Error e) {
            wire.close();
            throw e;
        }
    }
}
