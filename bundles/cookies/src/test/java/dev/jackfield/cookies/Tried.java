package dev.jackfield.cookies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A jar to be tried, with a clock that is moved by hand. Hosts and paths are told by URLs of their simplest form. */
final class Tried {
    static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    private Instant now = BEGIN;
    final MemoryJar jar;

    Tried() {
        this(CookieRules.defaults());
    }

    Tried(CookieRules rules) {
        this.jar = MemoryJar.create(rules, () -> now);
    }

    Tried set(String url, String... lines) {
        jar.store(new SetCookies(context(url), List.of(lines), Optional.empty()));
        return this;
    }

    Tried setDated(String url, Instant date, String... lines) {
        jar.store(new SetCookies(context(url), List.of(lines), Optional.of(date)));
        return this;
    }

    List<String> get(String url) {
        return jar.cookies(context(url)).stream().map(Cookie::pair).toList();
    }

    Cookie only() {
        List<Cookie> all = jar.all();
        if (all.size() != 1) {
            throw new AssertionError("Expected one cookie, got " + all);
        }
        return all.get(0);
    }

    Tried pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    static CookieContext context(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        return new CookieContext(url.startsWith("https:"), rest.substring(0, slash), rest.substring(slash));
    }
}
