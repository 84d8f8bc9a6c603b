package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Jars come and go while the client runs. */
class PluggedJarTest {
    private static final CookieContext HERE = new CookieContext(false, "a.test", "/");

    private final PluggedJar plugged = new PluggedJar();
    private final List<String> used = new ArrayList<>();

    @Test
    void withoutOneNothingIsKept() {
        use();
        assertThat(plugged.cookies(HERE)).isEmpty();
        assertThat(used).isEmpty();
    }

    @Test
    void theOneThatCameLastIsUsedAndTheOneBeforeGoesUnnoticed() {
        CookieJar first = jar("first");
        CookieJar second = jar("second");
        plugged.plug(first);
        use();
        plugged.plug(second);
        plugged.unplug(first);
        use();
        plugged.unplug(second);
        use();
        assertThat(used).containsExactly("first", "second");
    }

    @Test
    void oneThatFailsWhileItGoesIsNobodysTrouble() {
        CookieJar second = jar("second");
        plugged.plug(leaving(() -> plugged.plug(second)));
        use();
        plugged.plug(leaving(() -> plugged.plug(second)));
        assertThat(plugged.cookies(HERE)).isEmpty();
        assertThat(used).containsExactly("second");
    }

    @Test
    void oneThatFailsAndStaysIsHeardOf() {
        plugged.plug(leaving(() -> {}));
        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(this::use);
        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(() -> plugged.cookies(HERE));
    }

    private static CookieJar leaving(Runnable departure) {
        return new CookieJar() {
            @Override
            public List<Cookie> cookies(CookieContext to) {
                departure.run();
                throw new NoClassDefFoundError("gone");
            }

            @Override
            public void store(SetCookies received) {
                departure.run();
                throw new NoClassDefFoundError("gone");
            }
        };
    }

    private void use() {
        plugged.store(new SetCookies(HERE, List.of("a=b"), Optional.empty()));
    }

    private CookieJar jar(String name) {
        return new CookieJar() {
            @Override
            public List<Cookie> cookies(CookieContext to) {
                return List.of();
            }

            @Override
            public void store(SetCookies received) {
                used.add(name);
            }
        };
    }
}
