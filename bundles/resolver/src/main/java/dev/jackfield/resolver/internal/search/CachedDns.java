package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.internal.cache.TtlCache;
import dev.jackfield.resolver.internal.cache.TtlCache.Remembered;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Answer.Failed;
import dev.jackfield.resolver.internal.stub.Answer.Found;
import dev.jackfield.resolver.internal.stub.Answer.NoData;
import dev.jackfield.resolver.internal.stub.Answer.NoSuchName;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers answers for as long as they say, and that there is nothing as well (RFC 2308), but not failures: the next
 * server may do better. Other servers may know other things, so they begin with nothing remembered. <i>Thread-safe.</i>
 */
public final class CachedDns implements Dns {
    private final Dns dns;
    private final Supplier<StubConfig> config;
    private final LongSupplier clock;
    private final int entries;
    private final Duration longestTtl;
    private final Duration longestNegativeTtl;
    private volatile Epoch epoch;

    private record Epoch(StubConfig config, TtlCache<Question, Answer> cache) {}

    /** Over somebody who asks by a configuration, with the bounds of the options. */
    public CachedDns(Dns dns, Supplier<StubConfig> config, ResolverOptions options, LongSupplier clock) {
        this.dns = dns;
        this.config = config;
        this.clock = clock;
        this.entries = options.cacheEntries();
        this.longestTtl = options.longestTtl();
        this.longestNegativeTtl = options.longestNegativeTtl();
        this.epoch = begin(config.get());
    }

    @Override
    public CompletableFuture<Answer> ask(Question question, ChannelLoop loop) {
        TtlCache<Question, Answer> cache = cache();
        Remembered<Answer> known = cache.remembered(question);
        if (known != null) {
            return CompletableFuture.completedFuture(aged(known));
        }
        CompletableFuture<Answer> asked = dns.ask(question, loop);
        asked.thenAccept(answer -> cache.put(question, answer, ttl(answer)));
        return asked;
    }

    /** An answer to a question of the epoch before goes to a cache that nobody has any more. */
    private TtlCache<Question, Answer> cache() {
        StubConfig now = config.get();
        Epoch current = epoch;
        if (now != current.config()) {
            current = now.equals(current.config()) ? new Epoch(now, current.cache()) : begin(now);
            epoch = current;
        }
        return current.cache();
    }

    private Epoch begin(StubConfig now) {
        return new Epoch(now, new TtlCache<>(entries, clock));
    }

    private Duration ttl(Answer answer) {
        if (answer instanceof Found found) {
            return least(found.ttlSeconds(), longestTtl);
        } else if (answer instanceof NoData none) {
            return least(none.ttlSeconds(), longestNegativeTtl);
        } else if (answer instanceof NoSuchName none) {
            return least(none.ttlSeconds(), longestNegativeTtl);
        }
        return Duration.ZERO;
    }

    private static Duration least(long seconds, Duration longest) {
        Duration ttl = Duration.ofSeconds(seconds);
        return ttl.compareTo(longest) < 0 ? ttl : longest;
    }

    /** The same answer, which now holds for less time. */
    private Answer aged(Remembered<Answer> known) {
        long left = known.left(clock.getAsLong()).toSeconds();
        Answer answer = known.value();
        if (answer instanceof Found found) {
            return new Found(found.records(), left, found.canonicalName());
        } else if (answer instanceof NoData) {
            return new NoData(left);
        } else if (answer instanceof NoSuchName) {
            return new NoSuchName(left);
        }
        throw new IllegalStateException("Expected no failure to be remembered, got " + (Failed) answer);
    }
}
