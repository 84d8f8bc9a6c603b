package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.stub.Answer;
import java.util.concurrent.CompletableFuture;

/** Where records are known. */
@FunctionalInterface
public interface Dns {
    /**
     * Asks. <i>Loop-confined.</i>
     *
     * @return completes on the loop, perhaps before this method has returned. Cancelling it, on the loop, lets go of what
     *     was needed
     */
    CompletableFuture<Answer> ask(Question question, ChannelLoop loop);

    /** Asks somebody who may throw, which is a failure like others. */
    static CompletableFuture<Answer> askSafely(Dns dns, Question question, ChannelLoop loop) {
        try {
            return dns.ask(question, loop);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(new Answer.Failed(Reason.UNAVAILABLE, e.toString()));
        }
    }
}
