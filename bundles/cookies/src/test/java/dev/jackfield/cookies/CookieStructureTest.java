package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookieStructureTest {
    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Cookie> cookies = List.of(
                cookie("b", true, Optional.of(THEN), SameSite.LAX),
                cookie("a", false, Optional.empty(), SameSite.DEFAULT),
                cookie("a", true, Optional.empty(), SameSite.NONE));
        Map<String, Object> structure = CookieStructure.write(cookies);

        assertThat(structure).containsOnlyKeys("version", "a.test");
        assertThat(CookieStructure.read(structure)).isEqualTo(cookies);
    }

    @Test
    void readsWhatTheSeedWrote() {
        Map<String, Object> structure = Map.of(
                "version",
                "2",
                "www.x.test",
                Map.of("/", Map.of("id", Map.of("_expires", "1293917923", "value", "v"))));

        assertThat(CookieStructure.read(structure)).singleElement().satisfies(cookie -> {
            assertThat(cookie.pair()).isEqualTo("id=v");
            assertThat(cookie.hostOnly()).isTrue();
            assertThat(cookie.expires()).contains(Instant.ofEpochSecond(1293917923));
        });
    }

    @Test
    void leavesOutWhatItCannotRead() {
        Map<String, Object> structure =
                Map.of("version", 2, "a.test", "nonsense", "b.test", Map.of("/", Map.of("x", List.of())));

        assertThat(CookieStructure.read(structure)).isEmpty();
        assertThat(CookieStructure.read(Map.of("version", 1))).isEmpty();
        assertThat(CookieStructure.read(Map.of())).isEmpty();
    }

    @Test
    void leavesOutOneWrongCookieAndNoOther() {
        Map<String, Object> endless = new LinkedHashMap<>();
        endless.put("value", "e");
        endless.put("_hostonly", endless);
        Map<String, Object> structure = Map.of(
                "version",
                2.0,
                "a.test",
                Map.of(
                        "/",
                        Map.of(
                                "good", Map.of("value", "1"),
                                "endless", endless,
                                "expires", Map.of("value", "2", "_expires", "soon"),
                                "huge", Map.of("value", "2", "_expires", "1e999999999"),
                                "list", Map.of("value", List.of())),
                        "no path",
                        Map.of("x", Map.of("value", "3"))),
                "x:y",
                Map.of("/", Map.of("x", Map.of("value", "4"))));

        assertThat(CookieStructure.read(structure))
                .extracting(Cookie::pair)
                .containsExactlyInAnyOrder("good=1", "endless=e", "endless=e");
    }

    @Test
    void hostsMayBeWrittenInManyWays() {
        Map<String, Object> names = Map.of("/", Map.of("a", Map.of("value", "b")));
        Map<String, Object> structure = Map.of("version", 2, ".H.test", names, "C.Test", names);

        assertThat(CookieStructure.read(structure))
                .extracting(Cookie::toString)
                .containsExactlyInAnyOrder("cookie a of .h.test/", "cookie a of c.test/");
    }

    @Test
    void aHostMayBeCalledVersion() {
        Cookie cookie = new Cookie(
                "a", "b", "version", true, "/", Optional.empty(), false, false, SameSite.LAX, false, THEN, THEN);

        assertThat(CookieStructure.read(CookieStructure.write(List.of(cookie)))).containsExactly(cookie);
        assertThat(CookieFormat.JSON.parse(CookieFormat.JSON.format(List.of(cookie))))
                .containsExactly(cookie);
    }

    @Test
    void theLastOfTwoIsKept() {
        for (boolean hostOnly : new boolean[] {false, true}) {
            Cookie first = cookie("a", hostOnly, Optional.empty(), SameSite.LAX);
            Cookie twin = cookie("a", !hostOnly, Optional.empty(), SameSite.LAX);
            Cookie last = cookie("a", hostOnly, Optional.of(THEN), SameSite.LAX);

            assertThat(CookieStructure.read(CookieStructure.write(List.of(first, twin, last))))
                    .containsExactly(twin, last);
        }
    }

    private static Cookie cookie(String name, boolean hostOnly, Optional<Instant> expires, SameSite sameSite) {
        return new Cookie(name, "v", "a.test", hostOnly, "/", expires, true, false, sameSite, hostOnly, THEN, THEN);
    }
}
