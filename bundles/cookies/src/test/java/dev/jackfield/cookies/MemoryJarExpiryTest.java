package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long cookies live. */
class MemoryJarExpiryTest {
    private static final String URL = "http://h.test/";

    private final Tried tried = new Tried();

    @Test
    void livesForMaxAge() {
        tried.set(URL, "a=b; Max-Age=10");
        assertThat(tried.pass(Duration.ofMillis(9_999)).get(URL)).containsExactly("a=b");
        assertThat(tried.pass(Duration.ofMillis(1)).get(URL)).isEmpty();
    }

    @Test
    void livesUntilExpires() {
        tried.set(URL, "a=b; Expires=" + HttpDate.format(Tried.BEGIN.plusSeconds(10)));
        assertThat(tried.only().expires()).contains(Tried.BEGIN.plusSeconds(10));
        assertThat(tried.pass(Duration.ofSeconds(10)).get(URL)).isEmpty();
    }

    @Test
    void prefersMaxAge() {
        tried.set(URL, "a=b; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(tried.only().expires()).contains(Tried.BEGIN.plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max-Age=0",
                "Max-Age=-1",
                "Max-Age=-99999999999999999999",
                "Expires=Thu, 01 Jan 1970 00:00:00 GMT"
            })
    void isDeletedByAnEndInThePast(String attribute) {
        tried.set(URL, "a=b").set(URL, "a=; " + attribute);
        assertThat(tried.jar.all()).isEmpty();
        assertThat(tried.jar).hasToString("a jar of 0 cookies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max-Age",
                "Max-Age=",
                "Max-Age=-",
                "Max-Age=1.5",
                "Max-Age=+1",
                "Max-Age=1e3",
                "Max-Age=abc",
                "Expires=soon"
            })
    void ignoresEndsThatAreNone(String attribute) {
        assertThat(tried.set(URL, "a=b; " + attribute).only().expires()).isEmpty();
    }

    @Test
    void theLastGoodAttributeCounts() {
        tried.set(URL, "a=b; Max-Age=2; Max-Age=4; Max-Age=x");
        assertThat(tried.only().expires()).contains(Tried.BEGIN.plusSeconds(4));
    }

    @Test
    void livesForAtMost400Days() {
        tried.set(URL, "a=b; Max-Age=99999999999999999999", "c=d; Expires=Fri, 31 Dec 9999 23:59:59 GMT");
        assertThat(tried.jar.all())
                .extracting(cookie -> cookie.expires().orElseThrow())
                .containsOnly(Tried.BEGIN.plus(Duration.ofDays(400)));
    }

    @Test
    void livesForAsLongAsItSaysIfThatIsTheRule() {
        Tried endless = new Tried(CookieRules.defaults().withLongestLife(Duration.ZERO));
        endless.set(URL, "a=b; Max-Age=99999999999999999999", "c=d; Max-Age=400000000");
        assertThat(endless.jar.all())
                .extracting(cookie -> cookie.expires().orElseThrow())
                .containsExactly(HttpDate.LAST, Tried.BEGIN.plusSeconds(400_000_000));
    }

    @Test
    void countsFromTheServersClock() {
        Instant wrong = Tried.BEGIN.minus(Duration.ofDays(3000));
        tried.setDated(URL, wrong, "a=b; Expires=" + HttpDate.format(wrong.plusSeconds(10)), "c=d; Max-Age=20");
        assertThat(tried.jar.all())
                .extracting(cookie -> cookie.expires().orElseThrow())
                .containsExactly(Tried.BEGIN.plusSeconds(10), Tried.BEGIN.plusSeconds(20));
        tried.setDated(
                URL, Tried.BEGIN.plusSeconds(60), "a=b; Expires=" + HttpDate.format(Tried.BEGIN.plusSeconds(30)));
        assertThat(tried.get(URL)).containsExactly("c=d");
    }

    @Test
    void dropsTheExpiredWhenTold() {
        tried.set(URL, "a=b; Max-Age=10", "c=d", "e=f; Max-Age=20").pass(Duration.ofSeconds(10));
        tried.jar.expire(false);
        assertThat(tried.jar).hasToString("a jar of 2 cookies");
        tried.jar.expire(true);
        assertThat(tried.get(URL)).containsExactly("e=f");
    }

    @Test
    void keepsWhenItWasMadeAndUsed() {
        tried.set(URL, "a=b").pass(Duration.ofSeconds(5)).set(URL, "c=d", "a=e");
        assertThat(tried.jar.all())
                .extracting(Cookie::created)
                .isEqualTo(List.of(Tried.BEGIN, Tried.BEGIN.plusSeconds(5)));
        tried.pass(Duration.ofSeconds(5));
        tried.get("http://h.test/");
        assertThat(tried.jar.all()).extracting(Cookie::used).containsOnly(Tried.BEGIN.plusSeconds(10));
    }

    @Test
    void whatHasExpiredIsNotContinued() {
        tried.set(URL, "a=b; Max-Age=1", "c=d").pass(Duration.ofSeconds(2)).set(URL, "a=e");
        assertThat(tried.get(URL)).containsExactly("c=d", "a=e");
    }
}
