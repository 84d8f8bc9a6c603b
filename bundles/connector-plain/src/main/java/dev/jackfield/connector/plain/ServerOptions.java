package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Limits and habits of a {@link Server}. <i>Immutable.</i>
 *
 * @param preparation has the last word on the socket before it listens. Default: nothing to say
 * @param acceptsPerTurn how many connections are accepted before the loop sees to its other work, from 1. Default: 64
 * @param pause how long no connection is accepted after the system had no resources for one (too many open files, say),
 *     from 1 ms to one hour. Those who connect meanwhile wait in the queue. Default: 100 ms
 * @param permissions of the path of a UNIX domain socket, in force before anybody can connect; empty for what the
 *     process's umask leaves. Default: empty. Without meaning for other sockets
 */
public record ServerOptions(
        Preparation preparation, int acceptsPerTurn, Duration pause, Set<PosixFilePermission> permissions) {

    /** The length of the queue of connections not accepted yet, unless a preparation says otherwise. The seed's. */
    public static final int BACKLOG = 128;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final ServerOptions DEFAULTS =
            new ServerOptions((channel, local) -> 0, 64, Duration.ofMillis(100), Set.of());

    /** Looks at a socket just before it listens (the seed's {@code $prepare_cb} of {@code tcp_server}). */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Prepares. Runs inside the call that makes the server, on its thread; whatever it throws makes that call fail.
         *
         * <p>The JDK binds and listens in one step, so the channel is not bound yet, which is the right moment for
         * options such as the size of buffers. Whoever connects to the address meanwhile is refused.
         *
         * @param channel open, neither bound nor listening; must not be bound here
         * @param local the address with the port it is going to have, also if that was left to the system; or the path
         * @return the length of the queue of connections not accepted yet, which the system may cut; 0 for {@value
         *     #BACKLOG}
         * @throws IOException if the socket cannot be used
         */
        int prepare(ServerSocketChannel channel, HostPort local) throws IOException;
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if something is out of range
     */
    public ServerOptions {
        Objects.requireNonNull(preparation, "preparation");
        if (acceptsPerTurn < 1) {
            throw new IllegalArgumentException("acceptsPerTurn: expected at least 1, got " + acceptsPerTurn);
        }
        if (pause.compareTo(Duration.ofMillis(1)) < 0 || pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("pause: expected 1 ms to one hour, got " + pause);
        }
        permissions = Set.copyOf(permissions);
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static ServerOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With a preparation.
     *
     * @param value runs once, before the socket listens
     * @return new options
     */
    public ServerOptions withPreparation(Preparation value) {
        return new ServerOptions(value, acceptsPerTurn, pause, permissions);
    }

    /**
     * With another number of connections to accept in one turn of the loop.
     *
     * @param value from 1
     * @return new options
     */
    public ServerOptions withAcceptsPerTurn(int value) {
        return new ServerOptions(preparation, value, pause, permissions);
    }

    /**
     * With another pause while the system has no resources.
     *
     * @param value from 1 ms to one hour
     * @return new options
     */
    public ServerOptions withPause(Duration value) {
        return new ServerOptions(preparation, acceptsPerTurn, value, permissions);
    }

    /**
     * With permissions for the path of a UNIX domain socket. To connect takes the permission to write.
     *
     * @param value empty for what the umask leaves
     * @return new options
     */
    public ServerOptions withPermissions(Set<PosixFilePermission> value) {
        return new ServerOptions(preparation, acceptsPerTurn, pause, value);
    }
}
