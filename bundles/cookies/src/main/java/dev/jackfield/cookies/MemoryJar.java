package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.jar.Admission;
import dev.jackfield.cookies.internal.jar.CookieChecks;
import dev.jackfield.cookies.internal.jar.Shelves;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A jar in memory that keeps to RFC 6265bis. {@link CookieFormat} saves and loads what is in it.
 *
 * <p>Whoever asks for cookies waits for nobody. Whoever changes something may wait until somebody else has changed
 * something, which touches memory only.
 *
 * <p>Deviations from the document: the port and the sites that a request comes from are not looked at (there is no browsing
 * context); only https is secure, {@code localhost} is not. Of a response with a Date, Expires is read as a time from then
 * (as in the seed).
 *
 * <p><i>Thread-safe.</i>
 */
public final class MemoryJar implements OpenJar {
    private final InstantSource clock;
    private final Admission admission;
    private final Shelves shelves;

    private MemoryJar(CookieRules rules, InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.admission = new Admission(rules);
        this.shelves = new Shelves(rules.maxPerDomain(), rules.maxCookies());
    }

    /**
     * Makes an empty jar with the default rules and the system's clock.
     *
     * @return a new one
     */
    public static MemoryJar create() {
        return create(CookieRules.defaults());
    }

    /**
     * Makes an empty jar with the system's clock.
     *
     * @param rules what it takes in
     * @return a new one
     */
    public static MemoryJar create(CookieRules rules) {
        return create(rules, InstantSource.system());
    }

    /**
     * Makes an empty jar.
     *
     * @param rules what it takes in
     * @param clock tells when cookies are made, used and expired
     * @return a new one
     */
    public static MemoryJar create(CookieRules rules, InstantSource clock) {
        return new MemoryJar(rules, clock);
    }

    @Override
    public List<Cookie> cookies(CookieContext to) {
        return shelves.isEmpty() ? List.of() : shelves.matching(to, clock.instant());
    }

    @Override
    public void store(SetCookies received) {
        if (received.lines().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (String line : received.lines()) {
            admission
                    .cookie(line, received, now)
                    .ifPresent(cookie -> shelves.receive(cookie, received.from().secure(), now));
        }
    }

    @Override
    public List<Cookie> all() {
        return shelves.all(clock.instant());
    }

    /**
     * Puts cookies in, whoever they are from: what was saved, or what a caller knows. A cookie takes the place of that with
     * the same name, domain, path and {@code hostOnly}; one that has expired does nothing else.
     *
     * @param cookies in the order in which they were made
     * @throws IllegalArgumentException if one of them could not have come from a server by the rules of this jar: if its name
     *     or value has controls, a semicolon or more octets than allowed, if its domain or path is none, if it is for all of
     *     a public suffix, or if it has not what its name (RFC 6265bis section 4.1.3) or SameSite=None asks for; tells which
     *     and why, and no value. Then none is put in. How long it lives is left as it is
     */
    public void add(Collection<Cookie> cookies) {
        List<Cookie> all = List.copyOf(cookies);
        all.forEach(admission::check);
        Instant now = clock.instant();
        all.forEach(cookie -> shelves.put(cookie, now));
    }

    /**
     * Puts in what was saved, as {@link #add(Collection)}, but leaves out what the rules of this jar do not allow, or not any
     * more: a whole file shall not be lost because the list of public suffixes has grown.
     *
     * @param cookies in the order in which they were made
     * @return which were left out and why, a message for each, without values; empty if all are in
     */
    public List<String> load(Collection<Cookie> cookies) {
        List<String> refused = new ArrayList<>();
        Instant now = clock.instant();
        for (Cookie cookie : List.copyOf(cookies)) {
            try {
                admission.check(cookie);
                shelves.put(cookie, now);
            } catch (IllegalArgumentException e) {
                refused.add(e.getMessage());
            }
        }
        return List.copyOf(refused);
    }

    /**
     * Puts one cookie in.
     *
     * @param cookie see {@link #add(Collection)}
     * @throws IllegalArgumentException if it could not have come from a server
     */
    public void add(Cookie cookie) {
        add(List.of(cookie));
    }

    /**
     * Drops what has expired. This is about memory only: nothing expired is ever sent.
     *
     * @param sessionEnd whether the session ends, and with it all cookies that have no time to expire
     */
    public void expire(boolean sessionEnd) {
        shelves.expire(sessionEnd, clock.instant());
    }

    /**
     * Drops one cookie.
     *
     * @param cookie known by its name, domain, path and {@code hostOnly}
     */
    public void remove(Cookie cookie) {
        shelves.remove(cookie);
    }

    @Override
    public void clear(String domain) {
        shelves.clear(CookieChecks.domain(domain));
    }

    @Override
    public void clear() {
        shelves.clear();
    }

    /** How many are in it. */
    @Override
    public String toString() {
        return "a jar of " + shelves.size() + " cookies";
    }
}
