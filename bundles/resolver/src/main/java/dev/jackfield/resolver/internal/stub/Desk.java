package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.internal.dns.Question;
import java.nio.ByteBuffer;
import java.time.Duration;
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
    /** How many questions of a loop that are not {@link #STALE} are under way at once; the rest waits in order. */
    static final int MOST_UNDER_WAY = 256;

    /** How many questions of a loop are under way at once, however long each has been so: each has a socket. */
    static final int MOST_OPEN = 1024;

    /** Who has been under way for so long waits for a silent server, and shall hold up nobody else. */
    static final Duration STALE = Duration.ofMillis(100);

    private static final Guard NOT_ARMED = () -> {};

    private final Loop loop;
    private final Runnable idle;
    private final ByteBuffer buffer = ByteBuffer.allocate(Inquiry.MOST_DATAGRAM + 1);
    private final Map<Question, Case> cases = new HashMap<>();
    private final Set<Case> waiting = new LinkedHashSet<>();
    /** Of those under way, the ones that are not stale, or have not been looked at since; the oldest first. */
    private final Set<Case> fresh = new LinkedHashSet<>();

    private int open;
    private Guard staleness = NOT_ARMED;

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
        private long begun;

        Case(Question question, Opening opening) {
            this.question = question;
            this.opening = opening;
        }
    }

    /**
     * A desk without work.
     *
     * @param loop whose questions they are
     * @param idle runs whenever the last question has gone
     */
    Desk(Loop loop, Runnable idle) {
        this.loop = loop;
        this.idle = idle;
    }

    /**
     * Asks a question, or joins those who do already.
     *
     * @param asker hears the reply, once, after this method has returned; not the same object twice
     * @return takes the asker away; with the last one, the question ends
     */
    Guard ask(Question question, Opening opening, Consumer<Reply> asker) {
        Case joined = cases.get(question);
        if (joined == null) {
            joined = new Case(question, opening);
            cases.put(question, joined);
            waiting.add(joined);
        }
        joined.askers.add(asker);
        beginWaiting();
        Case left = joined;
        return () -> leave(left, asker);
    }

    private void beginWaiting() {
        while (!waiting.isEmpty() && open < MOST_OPEN && hasPlace()) {
            Iterator<Case> first = waiting.iterator();
            Case next = first.next();
            first.remove();
            begin(next);
        }
        lookAgainWhenStale();
    }

    private void begin(Case next) {
        open++;
        fresh.add(next);
        next.begun = loop.nanoTime();
        next.exchange = next.opening.exchange(buffer, reply -> finish(next, reply));
        next.exchange.begin();
    }

    private boolean hasPlace() {
        if (fresh.size() == MOST_UNDER_WAY) {
            Iterator<Case> oldest = fresh.iterator();
            while (oldest.hasNext() && untilStale(oldest.next()) <= 0) {
                oldest.remove();
            }
        }
        return fresh.size() < MOST_UNDER_WAY;
    }

    private long untilStale(Case begun) {
        return begun.begun + STALE.toNanos() - loop.nanoTime();
    }

    /** Armed only while somebody waits for a place, so that nothing is armed when all goes well. */
    private void lookAgainWhenStale() {
        if (waiting.isEmpty() || open == MOST_OPEN) {
            staleness.close();
            staleness = NOT_ARMED;
        } else if (staleness == NOT_ARMED) {
            long left = untilStale(fresh.iterator().next());
            staleness = loop.after(Duration.ofNanos(left), () -> {
                staleness = NOT_ARMED;
                beginWaiting();
            });
        }
    }

    private void finish(Case ended, Reply reply) {
        List<Consumer<Reply>> askers = List.copyOf(ended.askers);
        ended.askers.clear();
        remove(ended);
        askers.forEach(asker -> asker.accept(reply));
    }

    private void leave(Case left, Consumer<Reply> asker) {
        if (left.askers.remove(asker) && left.askers.isEmpty()) {
            if (left.exchange != null) {
                left.exchange.close();
            }
            remove(left);
        }
    }

    private void remove(Case ended) {
        cases.remove(ended.question);
        if (!waiting.remove(ended)) {
            fresh.remove(ended);
            open--;
        }
        beginWaiting();
        if (cases.isEmpty()) {
            idle.run();
        }
    }
}
