package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.internal.jar.CookieChecks;
import dev.jackfield.cookies.internal.jar.Hosts;
import dev.jackfield.cookies.internal.jar.Matching;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** A cookie out of a file, checked as any cookie that has not come from a server. */
final class ReadCookie {
    private static final BigDecimal LAST = BigDecimal.valueOf(HttpDate.LAST.getEpochSecond());

    String name = "";
    String value = "";
    String domain = "";
    boolean hostOnly;
    String path = "";
    Optional<Instant> expires = Optional.empty();
    boolean secure;
    boolean httpOnly;
    SameSite sameSite = SameSite.DEFAULT;
    boolean partitioned;
    Instant created = Instant.EPOCH;
    Instant used = Instant.EPOCH;

    /** Throws IllegalArgumentException if there can be no such cookie. */
    Cookie checked() {
        String host = host(domain);
        Cookie cookie = new Cookie(
                name,
                value,
                host,
                hostOnly || Matching.isAddress(host),
                path,
                expires,
                secure,
                httpOnly,
                sameSite,
                partitioned,
                created,
                used);
        CookieChecks.check(cookie, Integer.MAX_VALUE);
        return cookie;
    }

    /** As our jar has it, from whatever other programs write; what is none stays, to be told. */
    private static String host(String domain) {
        return Hosts.canonical(domain.startsWith(".") ? domain.substring(1) : domain)
                .orElse(domain);
    }

    /** Seconds since 1970, as far as they can be written as dates; what is less than a nanosecond is cut. */
    static Instant moment(BigDecimal seconds) {
        BigDecimal nanos =
                seconds.max(LAST.negate()).min(LAST).movePointRight(9).setScale(0, RoundingMode.FLOOR);
        BigInteger[] parts = nanos.toBigInteger().divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }
}
