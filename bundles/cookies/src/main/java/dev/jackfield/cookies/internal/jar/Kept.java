package dev.jackfield.cookies.internal.jar;

import dev.jackfield.cookies.Cookie;
import java.time.Instant;
import java.util.Comparator;

/** A cookie on its shelf. Being used changes it without any lock: the latest to say so is right enough. */
final class Kept {
    /** In which cookies are sent: longer paths first, of equals the older; those of one moment as they came. */
    static final Comparator<Kept> SENDING = Comparator.comparingInt(
                    (Kept kept) -> -kept.cookie.path().length())
            .thenComparing(Kept::created)
            .thenComparingLong(kept -> kept.number);

    static final Comparator<Kept> MAKING = Comparator.comparing(Kept::created).thenComparingLong(kept -> kept.number);

    final Cookie cookie;
    final long number;
    private volatile Instant used;

    Kept(Cookie cookie, long number) {
        this.cookie = cookie;
        this.number = number;
        this.used = cookie.used();
    }

    private Instant created() {
        return cookie.created();
    }

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    boolean isExpired(Instant now) {
        return isExpired(cookie, now);
    }

    static boolean isExpired(Cookie cookie, Instant now) {
        return cookie.expires().isPresent() && !cookie.expires().get().isAfter(now);
    }

    /** Whether the other one would take its place. */
    boolean isSame(Cookie other) {
        return cookie.name().equals(other.name())
                && cookie.path().equals(other.path())
                && cookie.hostOnly() == other.hostOnly()
                && cookie.domain().equals(other.domain());
    }

    /** With when it was used last. */
    Cookie asOfNow() {
        return used.equals(cookie.used()) ? cookie : with(cookie, cookie.created(), used);
    }

    static Cookie with(Cookie cookie, Instant created, Instant used) {
        return new Cookie(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.expires(),
                cookie.secure(),
                cookie.httpOnly(),
                cookie.sameSite(),
                cookie.partitioned(),
                created,
                used);
    }
}
