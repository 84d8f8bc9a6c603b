package dev.jackfield.http.internal;

import dev.jackfield.http.internal.redirect.Turn;
import java.time.Duration;

/**
 * A redirect that will be followed, while the rest of it is read: then its connection can be used again, and its body is
 * there for who looks at the chain. <i>Loop-confined.</i>
 *
 * @param turn where it leads
 * @param kept what has come of its body
 */
record Passage(Turn.Away turn, Incoming.Kept kept) {
    /** The longest body that is read, in octets. */
    static final int MOST = 64 * 1024;

    /** How long that may take. */
    static final Duration PATIENCE = Duration.ofMillis(250);

    /** @param maxBody the client's own limit on what is kept in memory */
    Passage(Turn.Away turn, long maxBody) {
        this(turn, new Incoming.Kept(Math.min(MOST, maxBody)));
    }
}
