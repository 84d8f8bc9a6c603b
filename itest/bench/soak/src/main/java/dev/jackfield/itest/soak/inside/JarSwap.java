package dev.jackfield.itest.soak.inside;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Swap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** An empty jar of higher ranking comes and goes. */
final class JarSwap implements Swap {
    private final Stage stage;
    private final LongAdder used = new LongAdder();

    JarSwap(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String kind() {
        return "jar";
    }

    @Override
    public Kind concerns() {
        return Kind.GET_WITH_COOKIES;
    }

    @Override
    public void swap() {
        stage.visit(CookieJar.class, "soak", new Counted(MemoryJar.create(), used));
    }

    @Override
    public long used() {
        return used.sum();
    }

    private record Counted(CookieJar jar, LongAdder used) implements CookieJar {
        @Override
        public List<Cookie> cookies(CookieContext to) {
            used.increment();
            return jar.cookies(to);
        }

        @Override
        public void store(SetCookies received) {
            jar.store(received);
        }
    }
}
