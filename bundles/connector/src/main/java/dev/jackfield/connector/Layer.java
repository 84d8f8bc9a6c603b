package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A handshake, or a wrapping, over a wire that somebody else made.
 *
 * <p>A pure handshake (SOCKS) hands on the very wire it was given; a wrapping (TLS) hands out a new one that closes
 * the one below when it is closed. The rules for implementers are in the {@linkplain dev.jackfield.connector package
 * description}.
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
}
