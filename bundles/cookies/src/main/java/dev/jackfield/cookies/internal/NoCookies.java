package dev.jackfield.cookies.internal;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import java.util.List;

/** The jar that keeps nothing. */
public enum NoCookies implements CookieJar {
    JAR;

    @Override
    public List<Cookie> cookies(CookieContext to) {
        return List.of();
    }

    @Override
    public void store(SetCookies received) {
        // That is the point of it.
    }
}
