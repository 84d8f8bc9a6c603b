package dev.jackfield.anyevent.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.SetCookies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuredJarTest {
    private static final CookieContext SITE = new CookieContext(true, "www.h.test", "/");

    /** As other programs write them; after the first use they stand there in the form of the client's. */
    @Test
    void findsHostsInWhateverFormSomebodyPutThem() {
        Map<String, Object> structure = new LinkedHashMap<>(Map.of(
                "version",
                2,
                ".H.test",
                Map.of("/", Map.of("a", Map.of("value", "b"))),
                "WWW.h.test",
                Map.of("/", Map.of("c", Map.of("value", "d")))));

        assertThat(pairs(structure)).containsExactlyInAnyOrder("a=b", "c=d");
        assertThat(structure).containsOnlyKeys("version", "h.test", "www.h.test");
    }

    @Test
    void dropsWhatNoServerCouldHaveSet() {
        Map<String, Object> structure = new LinkedHashMap<>(Map.of(
                "version",
                2,
                "test",
                Map.of("/", Map.of("planted", Map.of("value", "1", "domain", "test"))),
                "x:y",
                Map.of("/", Map.of("nowhere", Map.of("value", "2"))),
                "www.h.test",
                Map.of("/", Map.of("__Host-x", Map.of("value", "3"), "good", Map.of("value", "4")))));

        assertThat(pairs(structure)).containsExactly("good=4");
    }

    @Test
    void keepsThePartsOfSeconds() {
        Map<String, Object> structure = new LinkedHashMap<>();
        StructuredJar jar = new StructuredJar(structure);
        jar.store(new SetCookies(SITE, List.of("a=b; Max-Age=100"), Optional.empty()));
        Map<String, Object> copy = new LinkedHashMap<>(structure);

        assertThat(jar.cookies(new CookieContext(true, "other.test", "/"))).isEmpty();
        assertThat(structure).isEqualTo(copy);
    }

    private static List<String> pairs(Map<String, Object> structure) {
        return new StructuredJar(structure)
                .cookies(SITE).stream().map(Cookie::pair).toList();
    }
}
