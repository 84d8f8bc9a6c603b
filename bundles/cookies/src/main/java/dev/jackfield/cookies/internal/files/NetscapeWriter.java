package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import java.time.Instant;
import java.util.Collection;

/** Writes {@code cookies.txt}. */
public final class NetscapeWriter {
    private static final String HEAD = """
            # Netscape HTTP Cookie File
            # Written by Jackfield: domain, whether for names below, path, secure, expiry, name, value

            """;

    private NetscapeWriter() {}

    public static String write(Collection<Cookie> cookies) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Cookie cookie : cookies) {
            // There is no way to write a tab but in the last field.
            if (cookie.name().indexOf('\t') < 0 && cookie.path().indexOf('\t') < 0) {
                line(text, cookie);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Cookie cookie) {
        text.append(cookie.httpOnly() ? NetscapeReader.HTTP_ONLY : "")
                .append(cookie.hostOnly() ? "" : ".")
                .append(cookie.domain())
                .append('\t')
                .append(flag(!cookie.hostOnly()))
                .append('\t')
                .append(cookie.path())
                .append('\t')
                .append(flag(cookie.secure()))
                .append('\t')
                .append(cookie.expires().map(NetscapeWriter::seconds).orElse(0L))
                .append('\t')
                .append(cookie.name())
                .append('\t')
                .append(cookie.value())
                .append('\n');
    }

    private static String flag(boolean value) {
        return value ? NetscapeReader.YES : NetscapeReader.NO;
    }

    /** Nought would be the end of the session. */
    private static long seconds(Instant expires) {
        return Math.max(1, expires.getEpochSecond());
    }
}
