package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code cookies.txt}. */
public final class NetscapeReader {
    static final String HTTP_ONLY = "#HttpOnly_";
    static final String YES = "TRUE";
    static final String NO = "FALSE";

    private final String text;
    private int at;
    private int end;

    private NetscapeReader(String text) {
        this.text = text;
    }

    public static List<Cookie> read(String text) {
        return new NetscapeReader(text).cookies();
    }

    private List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (int next = 0; next < text.length(); ) {
            at = next;
            int feed = text.indexOf('\n', at);
            next = feed < 0 ? text.length() : feed + 1;
            end = feed < 0 ? text.length() : feed;
            end = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            if (isCookie()) {
                cookies.add(cookie());
            }
        }
        return List.copyOf(cookies);
    }

    private boolean isCookie() {
        boolean comment = text.startsWith("#", at) && !text.startsWith(HTTP_ONLY, at);
        return !comment && !text.substring(at, end).isBlank();
    }

    private Cookie cookie() {
        int begin = at;
        ReadCookie cookie = new ReadCookie();
        cookie.httpOnly = text.startsWith(HTTP_ONLY, at);
        at += cookie.httpOnly ? HTTP_ONLY.length() : 0;
        cookie.domain = field("a domain");
        cookie.hostOnly = !flag();
        cookie.path = field("a path");
        cookie.secure = flag();
        cookie.expires = expires();
        // An empty value may be without its tab.
        int tab = text.indexOf('\t', at);
        boolean last = tab < 0 || tab >= end;
        cookie.name = text.substring(at, last ? end : tab);
        cookie.value = last ? "" : text.substring(tab + 1, end);
        try {
            return cookie.checked();
        } catch (IllegalArgumentException e) {
            throw Place.wrong(text, begin, "expected a cookie that can be: " + e.getMessage());
        }
    }

    private String field(String what) {
        int tab = text.indexOf('\t', at);
        if (tab < 0 || tab >= end) {
            throw Place.wrong(text, at, "expected " + what + " and a tab, got the end of the line");
        }
        String field = text.substring(at, tab);
        at = tab + 1;
        return field;
    }

    private boolean flag() {
        int begin = at;
        String field = field(YES + " or " + NO);
        return switch (field) {
            case YES -> true;
            case NO -> false;
            default -> throw Place.wrong(text, begin, "expected " + YES + " or " + NO + ", got " + Place.shown(field));
        };
    }

    private Optional<Instant> expires() {
        int begin = at;
        String field = field("seconds since 1970");
        try {
            long seconds = Long.parseLong(field);
            return seconds == 0 ? Optional.empty() : Optional.of(ReadCookie.moment(BigDecimal.valueOf(seconds)));
        } catch (NumberFormatException e) {
            throw Place.wrong(text, begin, "expected seconds since 1970, got " + Place.shown(field));
        }
    }
}
