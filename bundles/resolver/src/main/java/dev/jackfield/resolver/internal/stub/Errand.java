package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.internal.dns.DnsName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** One look-up on its way: asks what the {@link Lookup} wants to know until it is done. <i>Loop-confined.</i> */
final class Errand {
    private static final Guard NOTHING = () -> {};

    private final Loop loop;
    private final Lookup lookup;
    private final Asking asking;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private Guard question = NOTHING;
    private boolean over;

    /** Asks one question. */
    @FunctionalInterface
    interface Asking {
        Guard ask(DnsName name, Consumer<Reply> asker);
    }

    Errand(Loop loop, Lookup lookup, Asking asking) {
        this.loop = loop;
        this.lookup = lookup;
        this.asking = asking;
    }

    /** Asks the first question; what it returns ends all when somebody else completes it. */
    CompletableFuture<Answer> begin() {
        answer.whenComplete((given, failure) -> settled());
        go(lookup.begin());
        return answer;
    }

    private void go(Lookup.Next next) {
        if (next instanceof Lookup.Next.Ask ask) {
            question = asking.ask(ask.name(), this::replied);
        } else {
            over = true;
            answer.complete(((Lookup.Next.Done) next).answer());
        }
    }

    private void replied(Reply reply) {
        if (!over) {
            go(lookup.reply(reply));
        }
    }

    private void settled() {
        if (loop.inLoop()) {
            letGo();
            return;
        }
        try {
            loop.execute(this::letGo);
        } catch (RejectedExecutionException endedMeanwhile) {
            // The loop has closed everything already.
        }
    }

    private void letGo() {
        if (!over) {
            over = true;
            question.close();
        }
    }
}
