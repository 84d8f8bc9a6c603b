package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Asks name servers that do the rest (RFC 1034 section 5.3.1), without a thread of its own.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Stub {
    private final Supplier<StubConfig> config;

    /**
     * A stub.
     *
     * @param config how to ask, called on the loop for each look-up; must not block
     */
    public Stub(Supplier<StubConfig> config) {
        this.config = Objects.requireNonNull(config, "config");
    }

    /**
     * Looks a name up, with the search list and through aliases.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name a domain name, as {@link dev.jackfield.resolver.internal.dns.DnsName#of} reads it; complete if it ends
     *     with a dot
     * @param type which records
     * @param loop where it is called, and where sockets and timers are
     * @return completes on the loop after this method has returned, never with an exception. Cancelling it, on the loop,
     *     lets go of sockets and timers that nobody else needs
     */
    public CompletableFuture<Answer> ask(String name, RecordType type, ChannelLoop loop) {
        return nobody(loop);
    }

    /**
     * Looks a complete name up, through aliases but without the search list.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param name a domain name, with or without a dot at its end
     * @param type which records
     * @param loop as for {@link #ask}
     * @return as of {@link #ask}
     */
    public CompletableFuture<Answer> askAbsolute(String name, RecordType type, ChannelLoop loop) {
        return nobody(loop);
    }

    private CompletableFuture<Answer> nobody(ChannelLoop loop) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        int servers = config.get().servers().size();
        loop.execute(() ->
                answer.complete(new Answer.Failed(Reason.UNAVAILABLE, "None of " + servers + " servers was asked")));
        return answer;
    }
}
