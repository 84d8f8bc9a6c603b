package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Set-Cookie fields: whatever a server sends, it gets no more than its own domain, and nothing that breaks a request. */
final class CookieParser implements Parser {
    /** Small limits, so that short inputs overstep them. */
    private static final CookieRules RULES =
            CookieRules.defaults().withMaxPair(64).withMaxAttribute(48);

    private static final CookieContext SITE = new CookieContext(true, "w.h.test", "/x/y");

    @Override
    public void feed(byte[] input) {
        String line = Text.of(input);
        for (Cookie cookie : received(line).all()) {
            sound(cookie);
            again(cookie);
        }
    }

    private static MemoryJar received(String line) {
        MemoryJar jar = MemoryJar.create(RULES, () -> Instant.EPOCH.plusSeconds(1));
        jar.store(new SetCookies(SITE, List.of(line), Optional.empty()));
        return jar;
    }

    private static void sound(Cookie cookie) {
        holds(cookie.name().length() + cookie.value().length() <= RULES.maxPair(), () -> "Too long: " + cookie.pair());
        holds(
                cookie.pair().chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7F || c == ';'),
                () -> "Not for a field: " + cookie.pair());
        holds(!cookie.pair().isEmpty() && !cookie.name().contains("="), () -> "No cookie: " + cookie.pair());
        holds(
                cookie.domain().equals("w.h.test") || cookie.domain().equals("h.test") && !cookie.hostOnly(),
                () -> "Another's: " + cookie);
        holds(
                cookie.path().startsWith("/") && cookie.path().length() <= RULES.maxAttribute(),
                () -> "No path: " + cookie.path());
        holds(!isHostPrefixed(cookie.pair()) || cookie.hostOnly() && cookie.secure(), () -> "Forged: " + cookie.pair());
    }

    private static boolean isHostPrefixed(String pair) {
        return pair.regionMatches(true, 0, "__Host-", 0, 7);
    }

    /** As it is sent it could be set again, but for a value without a name that then has one. */
    private static void again(Cookie cookie) {
        if (!cookie.name().isEmpty() && !isPrefixed(cookie)) {
            Cookie second = received(cookie.pair()).all().get(0);
            same(second.name(), cookie.name(), () -> "Name");
            same(second.value(), cookie.value(), () -> "Value");
        }
        same(
                CookieFormat.JSON.parse(CookieFormat.JSON.format(List.of(cookie))),
                List.of(cookie),
                () -> "Written and read again");
        MemoryJar.create(RULES).add(cookie);
    }

    private static boolean isPrefixed(Cookie cookie) {
        return cookie.name().startsWith("__");
    }
}
