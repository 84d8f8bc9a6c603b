package dev.jackfield.http;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.SetCookies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A jar that believes everything, gives all it has to everybody, and notes what it was asked and told. */
final class NotingJar implements CookieJar {
    final List<CookieContext> asked = new CopyOnWriteArrayList<>();
    final List<SetCookies> told = new CopyOnWriteArrayList<>();
    private final List<Cookie> cookies = new CopyOnWriteArrayList<>();

    NotingJar with(String name, String value) {
        cookies.removeIf(cookie -> cookie.name().equals(name));
        cookies.add(new Cookie(
                name,
                value,
                "any",
                false,
                "/",
                Optional.empty(),
                false,
                false,
                SameSite.DEFAULT,
                false,
                Instant.EPOCH,
                Instant.EPOCH));
        return this;
    }

    @Override
    public List<Cookie> cookies(CookieContext to) {
        asked.add(to);
        return new ArrayList<>(cookies);
    }

    @Override
    public void store(SetCookies received) {
        told.add(received);
        for (String line : received.lines()) {
            int equals = line.indexOf('=');
            with(line.substring(0, equals), line.substring(equals + 1));
        }
    }
}
