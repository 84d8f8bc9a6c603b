package dev.jackfield.http.internal;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.url.Url;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What requests get out of a jar, and what responses put into it. The jar is foreign code: it may throw anything. */
final class CookieTrade {
    private static final String SET_COOKIE = "set-cookie";

    private CookieTrade() {}

    /** What a jar adds to the Cookie field of a request; empty for nothing. */
    static String cookies(CookieJar usual, PreparedRequest request) throws HttpFailure {
        CookieJar jar = jar(usual, request);
        if (jar == CookieJar.none() || request.suppresses("cookie")) {
            return "";
        }
        try {
            StringBuilder line = new StringBuilder();
            for (Cookie cookie : jar.cookies(context(request.parsedUrl()))) {
                line.append(line.isEmpty() ? "" : "; ").append(checked(cookie));
            }
            return line.toString();
        } catch (RuntimeException | Error e) {
            throw new HttpFailure(Phase.REQUEST, "The cookie jar failed: " + e, e);
        }
    }

    /** Takes in what a response says. */
    static void store(CookieJar usual, PreparedRequest request, ResponseHead head) throws HttpFailure {
        CookieJar jar = jar(usual, request);
        if (jar == CookieJar.none() || !head.headers().has(SET_COOKIE)) {
            return;
        }
        List<String> lines = head.headers().all(SET_COOKIE);
        try {
            jar.store(new SetCookies(context(request.parsedUrl()), lines, date(head)));
        } catch (RuntimeException | Error e) {
            throw new HttpFailure(Phase.SINK, "The cookie jar failed: " + e, e);
        }
    }

    static CookieContext context(Url url) {
        String host = url.origin().hostPort().host();
        return new CookieContext(
                url.origin().secure(), host.endsWith(".") ? host.substring(0, host.length() - 1) : host, url.path());
    }

    private static CookieJar jar(CookieJar usual, PreparedRequest request) {
        return request.manner().cookies().orElse(usual);
    }

    /** Nothing that comes from a jar can break the framing of a message either. */
    private static String checked(Cookie cookie) {
        String pair = cookie.pair();
        if (pair.indexOf(';') >= 0 || cookie.name().indexOf('=') >= 0) {
            throw new IllegalArgumentException(
                    "expected a cookie that is one, without \";\", and without \"=\" in its name, got " + cookie);
        }
        try {
            Headers.of("Cookie", pair);
            return pair;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected a cookie without line breaks and other controls, got " + cookie);
        }
    }

    private static Optional<Instant> date(ResponseHead head) {
        return head.headers().first("date").flatMap(HttpDate::parse);
    }
}
