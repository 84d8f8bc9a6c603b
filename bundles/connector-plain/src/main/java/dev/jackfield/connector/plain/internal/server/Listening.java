package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.connector.plain.BoundListener;
import dev.jackfield.connector.plain.ServerOptions;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A socket that listens, with what is to be undone when it ends. */
public final class Listening implements BoundListener {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    private final ServerSocketChannel channel;
    private final HostPort local;
    private final Closeable undo;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The undoing comes before the closing. */
    Listening(ServerSocketChannel channel, HostPort local, Closeable undo) {
        this.channel = channel;
        this.local = local;
        this.undo = undo;
    }

    /** Binds and listens. */
    public static BoundListener at(HostPort at, ServerOptions options) throws IOException {
        Objects.requireNonNull(options, "options");
        Optional<UnixAddress> path = at.unix();
        try {
            return path.isPresent() ? UnixListening.at(path.get(), options) : ip(at, options);
        } catch (IOException | UnsupportedOperationException e) {
            throw CannotListen.at(at, e);
        }
    }

    private static BoundListener ip(HostPort at, ServerOptions options) throws IOException {
        IpAddress address = at.literal()
                .orElseThrow(() -> new IllegalArgumentException("Cannot listen on " + at
                        + ": expected a literal address, or unix/ and a path, got a name; names are not looked up"));
        if (at.port() == 0 && !at.service().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot listen on " + at + ": expected a port, got a service unknown here");
        }
        return IpListening.at(address, at, options);
    }

    /** The wildcard address of the most families. */
    public static HostPort anywhere(int port) {
        try {
            ServerSocketChannel.open(StandardProtocolFamily.INET6).close();
            return HostPort.of("::", port);
        } catch (UnsupportedOperationException noIpv6) {
            return HostPort.of("0.0.0.0", port);
        } catch (IOException e) {
            // Out of resources, which says nothing about IPv6; whoever listens there will hear of it.
            return HostPort.of("::", port);
        }
    }

    /** What the preparation wants, or the default. */
    static int backlog(ServerOptions options, ServerSocketChannel channel, HostPort local) throws IOException {
        int backlog = options.preparation().prepare(channel, local);
        if (backlog < 0) {
            throw new IllegalArgumentException("Cannot listen on " + local
                    + ": expected a backlog of 0 or more from the preparation, got " + backlog);
        }
        return backlog == 0 ? ServerOptions.BACKLOG : backlog;
    }

    @Override
    public ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public HostPort local() {
        return local;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                undo.close();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "Cleaning up after the server at " + local + " failed", e);
            }
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Closing the server at " + local + " failed", e);
            }
        }
    }

    @Override
    public String toString() {
        return "listener at " + local;
    }
}
