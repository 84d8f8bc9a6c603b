package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Asks name servers that do the rest (RFC 1034 section 5.3.1), without a thread of its own.
 *
 * <p>Equal questions that are under way at once on one loop are asked once; no more than 256 of a loop are under way at
 * once, and the rest waits in order. Those that have been under way for 100 ms do not count among them, for it is silence
 * that they wait for; but with them, there are never more than 1024 of a loop. After the last answer nothing is open or armed. A server that kept silent comes last
 * for 30 seconds.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Stub {
    private static final int IDS = 1 << 16;

    private final Supplier<StubConfig> config;
    private final SecureRandom random = new SecureRandom();
    private final Health health = new Health(System::nanoTime);
    /** One for each loop that has work. */
    private final Map<ChannelLoop, Desk> desks = new ConcurrentHashMap<>();

    /**
     * A stub.
     *
     * @param config how to ask, called on the loop for each look-up; must not block, and not throw
     */
    public Stub(Supplier<StubConfig> config) {
        this.config = Objects.requireNonNull(config, "config");
    }

    /**
     * Looks a name up, with the search list and through aliases.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name a domain name, as {@link DnsName#of} reads it; complete if it ends with a dot
     * @param type which records
     * @param loop where it is called, and where sockets and timers are
     * @return completes on the loop after this method has returned, never with an exception. Cancelling it, or completing
     *     it in any other way, lets go of sockets and timers that nobody else needs: at once if done on the loop
     * @throws IllegalStateException if called elsewhere
     */
    public CompletableFuture<Answer> ask(String name, RecordType type, ChannelLoop loop) {
        return ask(now -> SearchList.names(name, now), type, ofType(type), loop);
    }

    /**
     * Looks a name up, and takes records of other types too.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name as for {@link #ask(String, RecordType, ChannelLoop)}
     * @param type which records to ask for
     * @param wanted which ones to take, by the number of their type
     * @param loop where it is called, and where sockets and timers are
     * @return as of {@link #ask(String, RecordType, ChannelLoop)}
     * @throws IllegalStateException if called elsewhere
     */
    public CompletableFuture<Answer> ask(String name, RecordType type, IntPredicate wanted, ChannelLoop loop) {
        return ask(now -> SearchList.names(name, now), type, wanted, loop);
    }

    /**
     * Looks a complete name up, through aliases but without the search list.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name a domain name, with or without a dot at its end
     * @param type which records
     * @param loop as for {@link #ask(String, RecordType, ChannelLoop)}
     * @return as of {@link #ask(String, RecordType, ChannelLoop)}
     * @throws IllegalStateException if called elsewhere
     */
    public CompletableFuture<Answer> askAbsolute(String name, RecordType type, ChannelLoop loop) {
        return ask(now -> List.of(SearchList.absolute(name)), type, ofType(type), loop);
    }

    /**
     * Looks a complete name up, such as the target of an SRV record.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name the name
     * @param type which records
     * @param loop as for {@link #ask(String, RecordType, ChannelLoop)}
     * @return as of {@link #ask(String, RecordType, ChannelLoop)}
     * @throws IllegalStateException if called elsewhere
     */
    public CompletableFuture<Answer> askAbsolute(DnsName name, RecordType type, ChannelLoop loop) {
        return ask(now -> List.of(SearchList.plain(name)), type, ofType(type), loop);
    }

    private static IntPredicate ofType(RecordType type) {
        return type == RecordType.ANY ? any -> true : code -> code == type.code();
    }

    private CompletableFuture<Answer> ask(
            Function<StubConfig, List<DnsName>> naming, RecordType type, IntPredicate wanted, ChannelLoop loop) {
        if (!loop.inLoop()) {
            throw new IllegalStateException("Expected a call on " + loop + ", got one on "
                    + Thread.currentThread().getName());
        }
        StubConfig now = config.get();
        List<DnsName> names;
        try {
            names = naming.apply(now);
        } catch (IllegalArgumentException e) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            loop.execute(() -> answer.complete(new Answer.Failed(Reason.MALFORMED, e.getMessage())));
            return answer;
        }
        return new Errand(loop, new Lookup(names, wanted), (name, asker) -> question(name, type, now, loop, asker))
                .begin();
    }

    /** Who joins a question that is under way takes the servers it was begun with, even if others are configured by now. */
    private Guard question(DnsName name, RecordType type, StubConfig now, ChannelLoop loop, Consumer<Reply> asker) {
        Question question = Question.of(name, type);
        return desks.computeIfAbsent(loop, this::desk)
                .ask(question, (buffer, done) -> exchange(question, now, loop, buffer, done), asker);
    }

    private Desk desk(ChannelLoop loop) {
        return new Desk(loop, () -> desks.remove(loop));
    }

    private Exchange exchange(
            Question question, StubConfig now, ChannelLoop loop, ByteBuffer buffer, Consumer<Reply> done) {
        Servers servers = new Servers(health.order(now), now.timeouts(), health);
        Inquiry inquiry = new Inquiry(question, servers, now.edns(), () -> random.nextInt(IDS));
        return new Exchange(loop, inquiry, servers::patience, random, buffer, done);
    }
}
