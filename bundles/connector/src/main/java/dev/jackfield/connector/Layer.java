package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.loop.Guard;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A handshake, or a wrapping, over a wire that somebody else made.
 *
 * <p>A pure handshake (SOCKS) hands on the very wire it was given; a wrapping (TLS) hands out a new one that closes
 * the one below when it is closed. The rules for implementers are in the {@linkplain dev.jackfield.connector package
 * description}. One method is enough, so a lambda will do; the others have to do with routes.
 *
 * <p><i>Thread-safe</i> in that several loops may use one layer at the same time.
 */
@FunctionalInterface
@ConsumerType
public interface Layer {

    /**
     * Runs the handshake.
     *
     * @param below the wire to run over; it belongs to the layer now, which closes it if it fails
     * @param target whom the finished wire shall lead to
     * @param attempt who asks, and on which loop
     * @return completes on {@code attempt.loop()}, after this method has returned, with the wire to use from now on,
     *     or with an {@link java.io.IOException}
     */
    CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt);

    /**
     * This layer as a link of a route wants it: {@code tls(high)}, {@code socks5(user@127.0.0.1:1080)}. The address in the
     * brackets is the route's business; credentials and options are the layer's.
     *
     * <p>Called whenever a route is looked up; must be quick.
     *
     * @param link names this layer
     * @return unless overridden this very layer, if nothing but an address stands in the brackets
     * @throws UnpluggedException if what the option names is not there now, but may come any time
     * @throws IllegalArgumentException if the layer has no use for what stands in the brackets; the message shows no
     *     password
     */
    default Layer configured(Link link) throws UnpluggedException {
        if (Given.of(link, "a link").credentials().present() || !link.option().isEmpty()) {
            throw new IllegalArgumentException("Expected \"" + link.name()
                    + "\" with nothing but an address in brackets, as this layer takes no credentials and no options, got "
                    + link);
        }
        return this;
    }

    /**
     * Tells whether everything above this layer is encrypted, so that an https client need not encrypt by itself.
     *
     * @return false unless overridden
     */
    default boolean encrypts() {
        return false;
    }

    /**
     * Watches for changes of how new wires are made: other keys or certificates, say. The panel watches every layer
     * plugged in, and gives it a new generation then, so that idle wires made the old way are closed.
     *
     * @param changed called after each change, on any thread
     * @return ends the watch; unless overridden there is nothing to watch
     */
    default Guard watch(Runnable changed) {
        Given.of(changed, "a watcher");
        return () -> {};
    }
}
