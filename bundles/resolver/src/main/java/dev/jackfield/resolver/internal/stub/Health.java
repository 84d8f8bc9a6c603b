package dev.jackfield.resolver.internal.stub;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers for a while which servers kept silent, so that a dead one costs one question its timeout, and not every
 * question. <i>Thread-safe.</i>
 */
final class Health {
    /** How long a silent server comes last. */
    static final Duration MEMORY = Duration.ofSeconds(30);

    private final Map<InetSocketAddress, Long> silentSince = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Clock clock;

    /** As {@link System#nanoTime()}. */
    interface Clock {
        long nanoTime();
    }

    Health(Clock clock) {
        this.clock = clock;
    }

    void silent(InetSocketAddress server) {
        long now = clock.nanoTime();
        // Servers that are configured no more would stay for ever.
        silentSince.values().removeIf(since -> isOver(since, now));
        silentSince.put(server, now);
    }

    /** The servers in the order in which to ask them now. */
    List<InetSocketAddress> order(StubConfig config) {
        List<InetSocketAddress> servers = config.servers();
        int begin = config.rotate() && !servers.isEmpty() ? Math.floorMod(turn.getAndIncrement(), servers.size()) : 0;
        if (begin == 0 && silentSince.isEmpty()) {
            return servers;
        }
        List<InetSocketAddress> ordered = new ArrayList<>(servers.size());
        List<InetSocketAddress> silent = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            InetSocketAddress server = servers.get((begin + i) % servers.size());
            (wasSilent(server) ? silent : ordered).add(server);
        }
        ordered.addAll(silent);
        return ordered;
    }

    private boolean wasSilent(InetSocketAddress server) {
        Long since = silentSince.get(server);
        return since != null && !isOver(since, clock.nanoTime());
    }

    private static boolean isOver(long since, long now) {
        return now - since >= MEMORY.toNanos();
    }
}
