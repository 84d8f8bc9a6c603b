package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What servers send is read on a loop, so it must not cost more than its length: the seed is busy for 7 s with a cookie of
 * 32 KiB. Sixteen times the length may cost a hundred times as much; were it quadratic, it would be 256 times.
 */
class HostileFieldsTest {
    private static final int SHORT = 16 << 10;
    private static final int LONG = 16 * SHORT;
    private static final int MOST_TIMES = 100;

    /** Less is a matter of the compiler's mood; what is quadratic takes far longer for a long one. */
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nothing is left out for its length. */
    private static final CookieRules RULES =
            CookieRules.defaults().withMaxPair(Integer.MAX_VALUE).withMaxAttribute(Integer.MAX_VALUE);

    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "=",
                " ",
                "\t",
                "0",
                "9",
                "\"",
                "a",
                "\\\"",
                ",",
                ":",
                ".",
                "=;",
                ";=",
                " ;",
                "; ",
                " =",
                "a;",
                "a=;",
                "1:",
                "1:1:1 ",
                "1 ",
                "Jan ",
                "a.",
                "Path=/;",
                "Domain=a;",
                "Max-Age=1;",
                "Expires=1;",
                "__Host-",
                "\u00e9"
            })
    void costNoMoreThanTheirLength(String unit) {
        for (String head : List.of("", "a=", "a=b;", "a=b; Expires=", "a=b; Max-Age=", "a=b; Domain=", "a=b; Path=/")) {
            costsItsLength(head, unit, HostileFieldsTest::store);
        }
        for (String head : List.of("", "Sun", "Sun, ", "Sun, 06 Nov ", "Sun, 06 Nov 1994 08:49:37 GMT")) {
            costsItsLength(head, unit, text -> HttpDate.parse(text, NOW));
            costsItsLength(head, unit, HttpDate::parseCookieDate);
        }
    }

    /** What reads a text, or gives up. */
    private interface Reading {
        void of(String text);
    }

    private static void store(String line) {
        MemoryJar.create(RULES, () -> NOW)
                .store(new SetCookies(new CookieContext(true, "h.test", "/"), List.of(line), Optional.empty()));
    }

    private static void costsItsLength(String head, String unit, Reading reading) {
        long few = nanos(head + unit.repeat(SHORT / unit.length()), reading);
        long many = nanos(head + unit.repeat(LONG / unit.length()), reading);

        assertThat(many)
                .as("%s octets in a row of %s behind %s: nanoseconds", LONG, unit, head)
                .isLessThan(MOST_TIMES * Math.max(few, SHORTEST));
    }

    /** Of this thread alone, and the best of three: what else the machine does only adds to some. */
    private static long nanos(String text, Reading reading) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            reading.of(text);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - begin);
        }
        return best;
    }
}
