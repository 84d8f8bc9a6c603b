package dev.jackfield.cookies.internal.jar;

import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.SetCookies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which received cookies are kept, and for whom (RFC 6265bis section 5.7, up to step 21). */
public final class Admission {
    private final CookieRules rules;

    public Admission(CookieRules rules) {
        this.rules = rules;
    }

    /** The cookie in a Set-Cookie field, which may be one that has expired; empty if there is none. */
    public Optional<Cookie> cookie(String line, SetCookies received, Instant now) {
        CookieContext from = received.from();
        if (!Hosts.isCanonical(from.host())) {
            return Optional.empty();
        }
        return SetCookieParser.parse(line, rules)
                .filter(set -> set.secure() ? from.secure() : set.sameSite() != SameSite.NONE)
                .filter(set -> Prefixes.areKept(
                        set.name(), set.value(), set.secure(), set.domain().isEmpty(), set.path()))
                .flatMap(set -> domain(set, from.host())
                        .map(domain -> new Cookie(
                                set.name(),
                                set.value(),
                                domain.isEmpty() ? from.host() : domain,
                                domain.isEmpty(),
                                set.path().isEmpty() ? Matching.defaultPath(from.path()) : set.path(),
                                expires(set, received.date(), now),
                                set.secure(),
                                set.httpOnly(),
                                set.sameSite(),
                                set.partitioned(),
                                now,
                                now)))
                .filter(Admission::isOfOctets);
    }

    /** Of fields all are; of what code gives perhaps not, and nothing is kept that cannot be saved and loaded. */
    private static boolean isOfOctets(Cookie cookie) {
        return CookieChecks.isOctets(cookie.name())
                && CookieChecks.isOctets(cookie.value())
                && CookieChecks.isOctets(cookie.path());
    }

    /**
     * Whether a cookie from elsewhere could have come so.
     *
     * @throws IllegalArgumentException if not; tells which and why
     */
    public void check(Cookie cookie) {
        CookieChecks.check(cookie, rules.maxPair());
        CookieChecks.expect(
                cookie,
                rules.profile() != CookieProfile.RFC_6265 || !cookie.name().isEmpty(),
                "a name, as RFC 6265 wants");
        CookieChecks.expect(cookie, cookie.secure() || cookie.sameSite() != SameSite.NONE, "Secure with SameSite=None");
        CookieChecks.expect(
                cookie,
                Prefixes.areKept(cookie.name(), cookie.value(), cookie.secure(), cookie.hostOnly(), cookie.path()),
                "Secure with __Secure-, and with __Host- the path / and one host, too");
        CookieChecks.expect(
                cookie,
                cookie.hostOnly() || !rules.suffixes().isSuffix(cookie.domain()),
                "a domain that is no public suffix");
    }

    /** The domain that it is for, empty for the host alone; or nothing if it may not be for that. */
    private Optional<String> domain(SetCookie set, String host) {
        Optional<String> domain = ascii(set.domain());
        if (domain.isEmpty() || domain.get().isEmpty()) {
            return domain;
        }
        if (Matching.isAddress(host)) {
            // A cookie for an address is for that address alone, in whatever form it was written.
            return IpAddress.parse(domain.get()).equals(IpAddress.parse(host)) ? Optional.of("") : Optional.empty();
        }
        if (!Matching.domain(host, domain.get())) {
            return Optional.empty();
        }
        if (rules.suffixes().isSuffix(domain.get())) {
            return domain.get().equals(host) ? Optional.of("") : Optional.empty();
        }
        return domain;
    }

    private Optional<String> ascii(String domain) {
        if (domain.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(domain);
        }
        return rules.profile() == CookieProfile.RFC_6265
                ? HostName.parse(utf8(domain)).map(HostName::text)
                : Optional.empty();
    }

    /** What its octets mean. */
    private static String utf8(String domain) {
        return new String(domain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Optional<Instant> expires(SetCookie set, Optional<Instant> date, Instant now) {
        if (set.maxAge().isPresent()) {
            long seconds = set.maxAge().getAsLong();
            return Optional.of(seconds <= 0 ? Instant.MIN : after(Duration.ofSeconds(seconds), now));
        }
        return set.expires().map(expires -> after(Duration.between(date.orElse(now), expires), now));
    }

    /** Never later than can be written. */
    private Instant after(Duration life, Instant now) {
        boolean tooLong = !rules.longestLife().isZero() && life.compareTo(rules.longestLife()) > 0;
        Duration kept = tooLong ? rules.longestLife() : life;
        boolean beyond = Duration.between(now, HttpDate.LAST).compareTo(kept) < 0;
        return beyond ? HttpDate.LAST : now.plus(kept);
    }
}
