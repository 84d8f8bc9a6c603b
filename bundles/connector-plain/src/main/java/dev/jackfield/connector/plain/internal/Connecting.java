package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One attempt: resolving, then one address after another, each with a socket of its own. It is over when the stage
 * completes or the caller cancels, whichever comes first; after that nothing it still hears of has any effect.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Connecting {
    private static final Guard NO_LIMIT = () -> {};

    private final CompletableFuture<Wire> stage = new CompletableFuture<>();
    private final List<ConnectFailure.Tried> ledger = new ArrayList<>(1);
    private final Resolver resolver;
    private final HostPort target;
    private final Attempt attempt;
    private boolean returned;
    private boolean over;
    private Iterator<Target> addresses;
    private Target address;
    private SocketWire wire;
    private Guard limit = NO_LIMIT;
    private long begin;
    private Throwable last;

    /** Not begun yet. */
    public Connecting(Resolver resolver, HostPort target, Attempt attempt) {
        this.resolver = resolver;
        this.target = target;
        this.attempt = attempt;
    }

    /** Begins. The stage never completes inside this call. */
    public CompletionStage<Wire> start() {
        attempt.whenCancelled(this::cancel);
        if (over) {
            return stage;
        }
        if (attempt.loop() instanceof ChannelLoop) {
            resolve();
        } else {
            attempt.loop()
                    .execute(() -> fail(
                            "expected a loop that watches channels, got "
                                    + attempt.loop().getClass().getName(),
                            null));
        }
        returned = true;
        return stage;
    }

    private void resolve() {
        try {
            resolver.resolve(Query.of(target, attempt.loop()))
                    .whenComplete((found, error) -> onLoop(() -> resolved(found, error)));
        } catch (RuntimeException | Error e) {
            onLoop(() -> resolved(null, e));
        }
    }

    /** Resolvers come from anywhere, and not all of them keep the rules. */
    private void onLoop(Runnable task) {
        if (attempt.loop().inLoop() && returned) {
            task.run();
        } else {
            attempt.loop().execute(task);
        }
    }

    private void resolved(List<Target> found, Throwable error) {
        if (over) {
            return;
        }
        if (error != null || found == null || found.isEmpty()) {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            fail(cause == null ? "the resolver found no address" : reason(cause), cause);
            return;
        }
        addresses = found.stream().filter(Objects::nonNull).iterator();
        tryNext();
    }

    private void tryNext() {
        while (!over && addresses.hasNext()) {
            address = addresses.next();
            begin = System.nanoTime();
            if (begun()) {
                return;
            }
        }
        if (!over) {
            fail("no address was accepted", last);
        }
    }

    /** Whether there is something to wait for, or nothing more to do at all. */
    private boolean begun() {
        try {
            InetSocketAddress to =
                    new InetSocketAddress(((IpAddress) address.address()).toInetAddress(), address.port());
            wire = SocketWire.open((ChannelLoop) attempt.loop(), to);
            Duration time = attempt.prepare(wire.channel());
            if (over) {
                return true;
            }
            if (wire.connect(this::connectable)) {
                return connected();
            }
            if (!time.isZero()) {
                limit = attempt.loop().after(time, () -> expired(time));
            }
            return true;
        } catch (IOException | RuntimeException | Error e) {
            lost(e);
            return false;
        }
    }

    private void connectable() {
        try {
            if (!wire.finishConnect() || connected()) {
                return;
            }
        } catch (IOException | RuntimeException | Error e) {
            lost(e);
        }
        tryNext();
    }

    private void expired(Duration time) {
        lost(new SocketTimeoutException("no answer within " + time.toMillis() + " ms"));
        tryNext();
    }

    /** Whether this was the end of it. */
    private boolean connected() throws IOException {
        limit.close();
        wire.connected();
        if (!attempt.accepts(wire)) {
            throw new IOException("refused by the caller");
        }
        if (!over) {
            over = true;
            stage.complete(wire);
        }
        return true;
    }

    private void lost(Throwable e) {
        if (over) {
            return;
        }
        letGo();
        last = e;
        ledger.add(new ConnectFailure.Tried(address.toString(), System.nanoTime() - begin, reason(e)));
    }

    private void fail(String why, Throwable cause) {
        if (!over) {
            over = true;
            stage.completeExceptionally(new ConnectFailure(target, ledger, why, cause));
        }
    }

    private void cancel() {
        if (!over) {
            over = true;
            letGo();
        }
    }

    private void letGo() {
        limit.close();
        limit = NO_LIMIT;
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
    }
}
