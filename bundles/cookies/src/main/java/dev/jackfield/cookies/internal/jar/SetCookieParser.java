package dev.jackfield.cookies.internal.jar;

import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.SameSite;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes a Set-Cookie field apart (RFC 6265bis section 5.6). It is gone through once, and nothing in it is unquoted. */
final class SetCookieParser {
    private final String line;
    private final CookieRules rules;
    private Optional<Instant> expires = Optional.empty();
    private OptionalLong maxAge = OptionalLong.empty();
    private String domain = "";
    private String path = "";
    private boolean secure;
    private boolean httpOnly;
    private SameSite sameSite = SameSite.DEFAULT;
    private boolean partitioned;

    private SetCookieParser(String line, CookieRules rules) {
        this.line = line;
        this.rules = rules;
    }

    /** What is in it, or empty if that is no cookie. */
    static Optional<SetCookie> parse(String line, CookieRules rules) {
        return CookieChecks.hasControls(line) ? Optional.empty() : new SetCookieParser(line, rules).cookie();
    }

    private Optional<SetCookie> cookie() {
        int end = endOfPart(0);
        int equals = equalsSign(0, end);
        String name = equals < 0 ? "" : trimmed(0, equals);
        String value = trimmed(equals + 1, end);
        boolean nothing = name.isEmpty() && (value.isEmpty() || rules.profile() == CookieProfile.RFC_6265);
        if (nothing || name.length() + value.length() > rules.maxPair()) {
            return Optional.empty();
        }
        while (end < line.length()) {
            int begin = end + 1;
            end = endOfPart(begin);
            attribute(begin, end);
        }
        return Optional.of(
                new SetCookie(name, value, expires, maxAge, domain, path, secure, httpOnly, sameSite, partitioned));
    }

    private int endOfPart(int begin) {
        int end = line.indexOf(';', begin);
        return end < 0 ? line.length() : end;
    }

    private int equalsSign(int begin, int end) {
        // No further than the end of the part: many parts without a sign would each be searched for to the end of the
        // line.
        for (int at = begin; at < end; at++) {
            if (line.charAt(at) == '=') {
                return at;
            }
        }
        return -1;
    }

    private String trimmed(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && isBlank(line.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void attribute(int begin, int end) {
        int equals = equalsSign(begin, end);
        String name = trimmed(begin, equals < 0 ? end : equals);
        String value = equals < 0 ? "" : trimmed(equals + 1, end);
        if (name.isEmpty() || value.length() > rules.maxAttribute()) {
            return;
        }
        switch (CookieChecks.lowerCase(name)) {
            case "expires" -> expires = HttpDate.parseCookieDate(value).or(() -> expires);
            case "max-age" -> maxAge(value);
            case "domain" -> domain(value);
            case "path" -> path = value.startsWith("/") ? value : "";
            case "secure" -> secure = true;
            case "httponly" -> httpOnly = true;
            case "samesite" -> sameSite = sameSite(value);
            case "partitioned" -> partitioned = true;
            default -> {
                // Whatever else there is, or will be, is not for us.
            }
        }
    }

    private void domain(String value) {
        if (!value.isEmpty() || rules.profile() == CookieProfile.RFC_6265BIS) {
            domain = CookieChecks.lowerCase(value.startsWith(".") ? value.substring(1) : value);
        }
    }

    private void maxAge(String value) {
        int digits = value.startsWith("-") ? 1 : 0;
        if (digits == value.length()) {
            return;
        }
        long seconds = 0;
        for (int i = digits; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return;
            }
            // Far beyond all years there are, and far from an overflow.
            seconds = Math.min(seconds * 10 + c - '0', Long.MAX_VALUE / 100);
        }
        maxAge = OptionalLong.of(digits == 0 ? seconds : -seconds);
    }

    private static SameSite sameSite(String value) {
        return switch (CookieChecks.lowerCase(value)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.DEFAULT;
        };
    }
}
