package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.Address;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.ConnectFailure.Tried;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One connect: resolve, then one address after another until a wire comes about that is accepted.
 * <i>Loop-confined.</i>
 */
public final class SerialConnect {
    private final HostPort target;
    private final Attempt attempt;
    private final ChannelLoop loop;
    private final CompletableFuture<Wire> result = new CompletableFuture<>();
    private final Deque<Address> untried = new ArrayDeque<>();
    private final List<Tried> tried = new ArrayList<>();
    private Optional<SocketConnect> running = Optional.empty();
    private Throwable lastError = new IOException("No address");
    private boolean cancelled;

    /** For a connector. */
    public SerialConnect(HostPort target, Attempt attempt, ChannelLoop loop) {
        this.target = target;
        this.attempt = attempt;
        this.loop = loop;
    }

    /** Begins; what it returns completes on the loop, later. */
    public CompletionStage<Wire> start(Resolver resolver) {
        attempt.whenCancelled(this::cancel);
        CompletionStage<List<Address>> addresses;
        try {
            addresses = resolver.resolve(new Query(target.host(), Family.ANY, loop));
        } catch (RuntimeException e) {
            addresses = CompletableFuture.failedFuture(e);
        }
        // In a later turn, even if the resolver breaks its rules and completes at once or elsewhere.
        addresses.whenComplete((found, error) -> loop.execute(() -> resolved(found, error)));
        return result;
    }

    private void resolved(List<Address> found, Throwable error) {
        if (error != null) {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            result.completeExceptionally(new ConnectFailure(target, List.of(), reason, cause));
            return;
        }
        untried.addAll(found);
        tryNext();
    }

    private void tryNext() {
        if (cancelled) {
            return;
        }
        Address address = untried.poll();
        if (address == null) {
            result.completeExceptionally(new ConnectFailure(target, tried, "The name has no address", lastError));
            return;
        }
        InetSocketAddress peer = new InetSocketAddress(address.toInetAddress(), target.port());
        long begin = System.nanoTime();
        String shown = new HostPort(address.toString(), target.port()).toString();
        SocketConnect connect = new SocketConnect(loop, peer, new SocketConnect.Outcome() {
            @Override
            public void connected(SocketWire wire) {
                running = Optional.empty();
                if (attempt.accepts(wire)) {
                    result.complete(wire);
                } else {
                    wire.close();
                    failed(new SocketException("Refused by the caller"));
                }
            }

            @Override
            public void failed(IOException error) {
                lastError = error;
                String reason = error.getMessage() == null ? error.toString() : error.getMessage();
                tried.add(new Tried(shown, System.nanoTime() - begin, reason));
                tryNext();
            }
        });
        running = Optional.of(connect);
        connect.start(attempt);
    }

    private void cancel() {
        if (!result.isDone()) {
            cancelled = true;
            running.ifPresent(SocketConnect::cancel);
        }
    }
}
