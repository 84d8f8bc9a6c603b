package dev.jackfield.http.internal;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The jar that is plugged in now; while there is none, a jar that keeps nothing. <i>Thread-safe.</i> */
public final class PluggedJar implements CookieJar {
    private final AtomicReference<CookieJar> now = new AtomicReference<>(CookieJar.none());

    /** Takes the place of the one before. */
    public void plug(CookieJar jar) {
        now.set(jar);
    }

    /** Takes it out, unless another one has taken its place. */
    public void unplug(CookieJar jar) {
        now.compareAndSet(jar, CookieJar.none());
    }

    @Override
    public List<Cookie> cookies(CookieContext to) {
        return asked(jar -> jar.cookies(to));
    }

    @Override
    public void store(SetCookies received) {
        asked(jar -> {
            jar.store(received);
            return jar;
        });
    }

    /** One that fails while it goes is nobody's trouble: the one that has taken its place is asked then. */
    private <T> T asked(Function<CookieJar, T> question) {
        for (CookieJar jar = now.get(); ; ) {
            try {
                return question.apply(jar);
            } catch (RuntimeException | Error e) {
                CookieJar next = now.get();
                if (next == jar) {
                    throw e;
                }
                jar = next;
            }
        }
    }
}
