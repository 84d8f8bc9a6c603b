package dev.jackfield.anyevent.internal.http;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.CookieStructure;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The seed's jar, which is a plain structure that everybody may look into, change and save: read before, and written after
 * each use. <i>Thread-safe</i> under the monitor of the structure.
 *
 * @param structure version 2
 */
public record StructuredJar(Map<String, Object> structure) implements CookieJar {
    /** Checks for nulls. */
    public StructuredJar {
        Objects.requireNonNull(structure, "cookie_jar");
    }

    /** Drops what has expired. */
    public static void expire(Map<String, Object> structure, boolean sessionEnd) {
        synchronized (structure) {
            MemoryJar jar = opened(structure);
            jar.expire(sessionEnd);
            write(jar, structure);
        }
    }

    @Override
    public List<Cookie> cookies(CookieContext to) {
        synchronized (structure) {
            MemoryJar jar = opened(structure);
            List<Cookie> cookies = jar.cookies(to);
            write(jar, structure);
            return cookies;
        }
    }

    @Override
    public void store(SetCookies received) {
        synchronized (structure) {
            MemoryJar jar = opened(structure);
            jar.store(received);
            write(jar, structure);
        }
    }

    private static MemoryJar opened(Map<String, Object> structure) {
        MemoryJar jar = MemoryJar.create();
        // What somebody else wrote and cannot be sent is as good as expired.
        jar.load(CookieStructure.read(structure));
        return jar;
    }

    private static void write(MemoryJar jar, Map<String, Object> structure) {
        structure.clear();
        structure.putAll(CookieStructure.write(jar.all()));
    }
}
