package dev.jackfield.anyevent.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.HostService;
import dev.jackfield.anyevent.ConnectCallback;
import dev.jackfield.anyevent.Connected;
import dev.jackfield.anyevent.Connection;
import dev.jackfield.anyevent.NotConnected;
import dev.jackfield.anyevent.PrepareCallback;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * One {@code tcp_connect}. A retry connects anew and passes over the peers that were handed out before.
 *
 * <p><i>Loop-confined</i>, except for {@link #close()}.
 */
final class TcpConnect implements Guard {
    private static final Logger LOG = System.getLogger("dev.jackfield.anyevent");

    private final String host;
    private final String service;
    private final Loop loop;
    private final Supplier<Connector> connector;
    private final ConnectCallback callback;
    private final PrepareCallback preparation;
    private final Guards guards;
    private final Set<SocketAddress> handedOut = new HashSet<>(2);
    private volatile boolean closed;
    private volatile Dial dial;

    TcpConnect(
            String host,
            String service,
            Loop loop,
            Supplier<Connector> connector,
            ConnectCallback callback,
            PrepareCallback preparation,
            Guards guards) {
        this.host = host;
        this.service = service;
        this.loop = loop;
        this.connector = connector;
        this.callback = callback;
        this.preparation = preparation;
        this.guards = guards;
        this.dial = newDial();
    }

    Guard start() {
        guards.add(this);
        loop.execute(this::begin);
        return this;
    }

    @Override
    public void close() {
        closed = true;
        dial.cancel();
        guards.remove(this);
    }

    private void begin() {
        Dial current = newDial();
        dial = current;
        if (closed) {
            return;
        }
        try {
            HostPort target = HostPort.of(host, service);
            connector
                    .get()
                    .connect(target, current)
                    .whenComplete((wire, error) -> loop.execute(() -> end(wire, error)));
        } catch (IllegalArgumentException malformed) {
            end(null, new UnknownHostException(malformed.getMessage()));
        } catch (RuntimeException | Error e) {
            end(null, e);
        }
    }

    private Dial newDial() {
        return Dial.on(loop)
                .preparing(socket -> seconds(preparation.call(socket)))
                .accepting(wire -> !handedOut.contains(wire.peer()));
    }

    private void end(Wire wire, Throwable error) {
        guards.remove(this);
        if (error != null) {
            if (!closed) {
                call(failed(error), () -> {});
            }
        } else if (closed) {
            wire.close();
        } else {
            HostService peer = SocketAddresses.unpack(wire.peer());
            call(new Connected(wire, peer.host(), peer.service(), retry(wire)), wire::close);
        }
    }

    private Runnable retry(Wire wire) {
        SocketAddress peer = wire.peer();
        return () -> loop.execute(() -> {
            if (handedOut.add(peer)) {
                wire.close();
                start();
            }
        });
    }

    private void call(Connection connection, Runnable letGo) {
        try {
            callback.call(connection);
        } catch (IOException | RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The callback of tcp_connect to " + host + " failed", e);
            letGo.run();
        }
    }

    private static NotConnected failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        IOException why = cause instanceof IOException known ? known : new IOException(cause.toString(), cause);
        return new NotConnected(Errno.of(why), why);
    }

    private static Duration seconds(double seconds) throws IOException {
        if (!(seconds >= 0)) {
            throw new IOException("Expected a time limit of 0 or more seconds, got " + seconds);
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
