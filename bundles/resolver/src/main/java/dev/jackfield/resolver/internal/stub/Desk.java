package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.internal.dns.Question;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All questions of one loop: each is under way only once, however many ask it, and not too many are under way at once.
 * <i>Loop-confined.</i>
 */
final class Desk {
    /** How many questions of a loop are under way at once; the rest waits in order. */
    static final int MOST_UNDER_WAY = 256;

    private final Runnable idle;
    private final ByteBuffer buffer = ByteBuffer.allocate(Inquiry.MOST_DATAGRAM + 1);
    private final Map<Question, Case> cases = new HashMap<>();
    private final Set<Case> waiting = new LinkedHashSet<>();
    private int underWay;

    /** Makes the exchange for a question when its turn has come. */
    @FunctionalInterface
    interface Opening {
        Exchange exchange(ByteBuffer buffer, Consumer<Reply> done);
    }

    /** A question, and everybody who asks it. */
    private static final class Case {
        private final Question question;
        private final Opening opening;
        private final List<Consumer<Reply>> askers = new ArrayList<>(1);
        private Exchange exchange;

        Case(Question question, Opening opening) {
            this.question = question;
            this.opening = opening;
        }
    }

    /**
     * A desk without work.
     *
     * @param idle runs whenever the last question has gone
     */
    Desk(Runnable idle) {
        this.idle = idle;
    }

    /**
     * Asks a question, or joins those who do already.
     *
     * @param asker hears the reply, once, after this method has returned; not the same object twice
     * @return takes the asker away; with the last one, the question ends
     */
    Guard ask(Question question, Opening opening, Consumer<Reply> asker) {
        Case open = cases.get(question);
        if (open == null) {
            open = new Case(question, opening);
            cases.put(question, open);
            waiting.add(open);
        }
        open.askers.add(asker);
        beginWaiting();
        Case joined = open;
        return () -> leave(joined, asker);
    }

    private void beginWaiting() {
        while (underWay < MOST_UNDER_WAY && !waiting.isEmpty()) {
            Iterator<Case> first = waiting.iterator();
            Case next = first.next();
            first.remove();
            underWay++;
            next.exchange = next.opening.exchange(buffer, reply -> finish(next, reply));
            next.exchange.begin();
        }
    }

    private void finish(Case ended, Reply reply) {
        List<Consumer<Reply>> askers = List.copyOf(ended.askers);
        ended.askers.clear();
        remove(ended);
        askers.forEach(asker -> asker.accept(reply));
    }

    private void leave(Case open, Consumer<Reply> asker) {
        if (open.askers.remove(asker) && open.askers.isEmpty()) {
            if (open.exchange != null) {
                open.exchange.close();
            }
            remove(open);
        }
    }

    private void remove(Case ended) {
        cases.remove(ended.question);
        if (!waiting.remove(ended)) {
            underWay--;
        }
        beginWaiting();
        if (cases.isEmpty()) {
            idle.run();
        }
    }
}
