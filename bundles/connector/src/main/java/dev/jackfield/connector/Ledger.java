package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import java.util.List;

/**
 * What a connector tried until it had a wire: ask the wire for it by {@code wire.beneath(Ledger.class)}. What was tried
 * in vain altogether is in {@link ConnectFailure#tried()}. <i>Immutable.</i>
 *
 * @param tried in the order of starting; the address that was connected is among them
 * @param answers what the name of the target was resolved to, in the resolver's order, as far as it was known when
 *     connecting ended; empty if it was not told
 * @param answered when the last of them were told, in nanoseconds after the connector was called; -1 if they were not
 */
public record Ledger(List<Tried> tried, List<String> answers, long answered) {
    /** The reason of those that neither failed nor were fast enough. */
    public static final String GIVEN_UP = "given up, because another address was faster";

    /** Copies the lists. */
    public Ledger {
        tried = Given.copy(tried, "what was tried");
        answers = Given.copy(answers, "answers");
    }

    /**
     * Of a connector that looks no name up, or does not tell.
     *
     * @param tried in the order of starting
     */
    public Ledger(List<Tried> tried) {
        this(tried, List.of(), -1);
    }

    /**
     * One address. Several may have been under way at the same time.
     *
     * @param address as text, with the port
     * @param begin when it was started, in nanoseconds after the connector was called
     * @param nanos how long it took, in nanoseconds
     * @param reason why nothing came of it, for people to read; empty if it is the one that was connected
     */
    public record Tried(String address, long begin, long nanos, String reason) {
        /** Checks for nulls. */
        public Tried {
            Given.of(address, "an address");
            Given.of(reason, "a reason, or an empty one");
        }

        /**
         * Tells whether this is the address that was connected.
         *
         * @return false if it was tried in vain
         */
        public boolean connected() {
            return reason.isEmpty();
        }

        @Override
        public String toString() {
            return address + ": " + (connected() ? "connected" : reason);
        }
    }
}
