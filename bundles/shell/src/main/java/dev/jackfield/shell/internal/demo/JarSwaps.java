package dev.jackfield.shell.internal.demo;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import java.util.List;

/** A place for a jar, and an empty one put there again and again. <i>Thread-safe</i> as a jar. */
final class JarSwaps implements Swaps, CookieJar {
    private static final List<String> SOCKETS = List.of("odd jar", "even jar");

    private volatile CookieJar jar = MemoryJar.create();
    private int swaps;

    @Override
    public String what() {
        return "cookie jar";
    }

    @Override
    public void swap() {
        jar = MemoryJar.create();
        swaps++;
    }

    @Override
    public List<String> sockets() {
        return SOCKETS;
    }

    @Override
    public int inUse() {
        return swaps % 2;
    }

    @Override
    public void close() {}

    @Override
    public List<Cookie> cookies(CookieContext to) {
        return jar.cookies(to);
    }

    @Override
    public void store(SetCookies received) {
        jar.store(received);
    }
}
