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
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One {@code tcp_connect}. The connector makes the first connection in its own way. A retry takes the addresses one after
 * the other that have neither failed nor been handed out.
 *
 * <p><i>Loop-confined</i>, except for {@link #close()}.
 */
final class TcpConnect implements Guard {
    private static final Logger LOG = System.getLogger("dev.jackfield.anyevent");

    private final String host;
    private final String service;
    private final Loop loop;
    private final Means means;
    private final ConnectCallback callback;
    private final PrepareCallback preparation;
    /** What a retry need not try again, as texts. */
    private final Set<String> done = new HashSet<>(2);

    private volatile boolean closed;
    private volatile Dial dial;

    /** What others provide, and what shall end with them. */
    record Means(Supplier<Connector> connector, Supplier<Resolver> resolver, Guards guards) {}

    TcpConnect(
            String host,
            String service,
            Loop loop,
            Means means,
            ConnectCallback callback,
            PrepareCallback preparation) {
        this.host = host;
        this.service = service;
        this.loop = loop;
        this.means = means;
        this.callback = callback;
        this.preparation = preparation;
        this.dial = newDial();
    }

    Guard start() {
        means.guards().add(this);
        loop.execute(this::begin);
        return this;
    }

    @Override
    public void close() {
        closed = true;
        dial.cancel();
        means.guards().remove(this);
    }

    private void begin() {
        try {
            HostPort target = HostPort.of(host, service);
            connect(target, error -> end(error));
        } catch (IllegalArgumentException malformed) {
            end(new UnknownHostException(malformed.getMessage()));
        }
    }

    private void connect(HostPort target, Consumer<Throwable> lost) {
        if (closed) {
            return;
        }
        Dial current = newDial();
        dial = current;
        try {
            means.connector()
                    .get()
                    .connect(target, current)
                    .whenComplete((wire, error) -> loop.execute(() -> {
                        if (error == null) {
                            connected(wire);
                        } else {
                            lost.accept(error);
                        }
                    }));
        } catch (RuntimeException | Error e) {
            lost.accept(e);
        }
    }

    private Dial newDial() {
        return Dial.on(loop).preparing(socket -> seconds(preparation.call(socket)));
    }

    private void connected(Wire wire) {
        means.guards().remove(this);
        if (closed) {
            wire.close();
            return;
        }
        wire.beneath(Ledger.class).ifPresent(this::remember);
        HostService peer = SocketAddresses.unpack(wire.peer());
        done.add(HostPort.of(peer.host(), peer.service()).toString());
        AtomicBoolean used = new AtomicBoolean();
        Runnable retry = () -> {
            if (used.compareAndSet(false, true)) {
                loop.execute(() -> retry(wire));
            }
        };
        call(new Connected(wire, peer.host(), peer.service(), retry), wire::close);
    }

    private void remember(Ledger ledger) {
        ledger.tried().stream()
                .filter(tried -> !tried.reason().equals(Ledger.GIVEN_UP))
                .forEach(tried -> done.add(tried.address()));
    }

    private void retry(Wire wire) {
        wire.close();
        if (closed) {
            return;
        }
        means.guards().add(this);
        Query query = Query.of(HostPort.of(host, service), loop);
        means.resolver()
                .get()
                .resolve(query)
                .whenComplete((found, error) -> loop.execute(() -> {
                    if (error == null) {
                        next(found.iterator(), new UnknownHostException("No address of " + host + " is left"));
                    } else {
                        end(error);
                    }
                }));
    }

    private void next(Iterator<Target> rest, Throwable last) {
        while (rest.hasNext()) {
            Target target = rest.next();
            if (done.add(target.toString())) {
                connect(SocketAddresses.literal(target), error -> next(rest, error));
                return;
            }
        }
        end(last);
    }

    private void end(Throwable error) {
        means.guards().remove(this);
        if (!closed) {
            call(failed(error), () -> {});
        }
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
