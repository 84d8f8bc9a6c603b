package dev.jackfield.connector.cache;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers which address of a host has answered, and tries that one first: no name is looked up, and no address that does
 * not answer is tried again each time. Whatever comes of it but a wire, the connector below does all by itself, as if
 * nothing were remembered.
 *
 * <p>It is plugged in as {@code cache}, over whatever is in use as {@code plain}.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = Connector.class, property = "below=plain")
@JackfieldName("cache")
public final class CachingConnector implements Connector {

    /** How long an address is remembered after the connector below has found it. */
    public static final Duration LIFE = Duration.ofMinutes(1);

    /** How many targets are remembered at most. For one more, the oldest is forgotten. */
    public static final int MOST = 1000;

    /** How much longer than the last time it may take until the address that is remembered answers. */
    public static final Duration GRACE = Duration.ofMillis(250);

    private record Known(HostPort address, long since, Duration took) {}

    private final Map<HostPort, Known> known = new ConcurrentHashMap<>();
    private final Connector below;

    /** For {@link java.util.ServiceLoader}: over the plain connector. */
    public CachingConnector() {
        this(Connector.provided("plain"));
    }

    /**
     * For Declarative Services.
     *
     * @param panel knows what is below
     * @param properties {@code below} (plain) is the name under which that is plugged in
     */
    @Activate
    public CachingConnector(@Reference Panel panel, Map<String, Object> properties) {
        below = panel.below(this, String.valueOf(properties.get("below")));
    }

    private CachingConnector(Connector below) {
        this.below = below;
    }

    /**
     * Over any connector whose wires tell the address that has answered by {@link Wire#peer}.
     *
     * @param below does the work
     * @return the connector
     */
    public static CachingConnector over(Connector below) {
        return new CachingConnector(below);
    }

    /** Calls wait while nothing is below. */
    @Override
    public Connector configured(Link link) throws UnpluggedException {
        below.configured(Link.of(link.name()));
        return Connector.super.configured(link);
    }

    /** Idle wires made by another connector below are not kept. */
    @Override
    public Guard watch(Runnable changed) {
        return below.watch(changed);
    }

    /** Whoever asks for an address of somebody knows already what could be remembered here. */
    @Override
    public Connector towards(HostPort target) {
        return below.towards(target);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        Known last = known.get(target);
        if (last == null) {
            return learn(target, attempt);
        }
        if (attempt.loop().nanoTime() - last.since() > LIFE.toNanos()) {
            known.remove(target, last);
            return learn(target, attempt);
        }
        return firstTry(target, last, attempt)
                .handle((wire, error) -> {
                    if (error == null) {
                        return CompletableFuture.completedStage(wire);
                    }
                    known.remove(target, last);
                    return attempt.cancelled() ? CompletableFuture.<Wire>failedStage(error) : learn(target, attempt);
                })
                .thenCompose(Function.identity());
    }

    /** An address of its own, by a dial of its own, so that it can be called off alone when it takes too long. */
    private CompletionStage<Wire> firstTry(HostPort target, Known last, Attempt attempt) {
        CompletableFuture<Wire> tried = new CompletableFuture<>();
        Dial dial = Dial.within(attempt);
        Guard alarm = attempt.loop().after(last.took().plus(GRACE), () -> {
            dial.cancel();
            tried.completeExceptionally(
                    new SocketTimeoutException(last.address() + " takes longer than the last time"));
        });
        attempt.whenCancelled(alarm::close);
        below.towards(target).connect(last.address(), dial).whenComplete((wire, error) -> {
            alarm.close();
            if (error != null) {
                tried.completeExceptionally(error);
            } else if (!tried.complete(wire)) {
                wire.close();
            }
        });
        return tried;
    }

    private CompletionStage<Wire> learn(HostPort target, Attempt attempt) {
        long begin = attempt.loop().nanoTime();
        return below.connect(target, attempt).thenApply(wire -> {
            if (wire.peer() instanceof InetSocketAddress peer
                    && !peer.isUnresolved()
                    && target.literal().isEmpty()) {
                HostPort address = HostPort.of(peer.getAddress().getHostAddress(), peer.getPort());
                long now = attempt.loop().nanoTime();
                remember(target, new Known(address, now, Duration.ofNanos(now - begin)));
            }
            return wire;
        });
    }

    private void remember(HostPort target, Known now) {
        if (known.size() >= MOST && !known.containsKey(target)) {
            known.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().since()))
                    .ifPresent(oldest -> known.remove(oldest.getKey(), oldest.getValue()));
        }
        known.put(target, now);
    }
}
