package dev.jackfield.anyevent.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Cookie> cookies = List.of(
                cookie("b", true, Optional.of(THEN), SameSite.LAX),
                cookie("a", false, Optional.empty(), SameSite.DEFAULT),
                cookie("a", true, Optional.empty(), SameSite.NONE));
        Map<String, Object> structure = new LinkedHashMap<>();
        StructureWriter.write(cookies, structure);

        assertThat(structure).containsOnlyKeys("version", "a.test");
        assertThat(StructureReader.read(structure)).isEqualTo(cookies);
    }

    @Test
    void readsWhatTheSeedWrote() {
        Map<String, Object> structure = Map.of(
                "version",
                "2",
                "www.x.test",
                Map.of("/", Map.of("id", Map.of("_expires", "1293917923", "value", "v"))));

        assertThat(StructureReader.read(structure)).singleElement().satisfies(cookie -> {
            assertThat(cookie.pair()).isEqualTo("id=v");
            assertThat(cookie.hostOnly()).isTrue();
            assertThat(cookie.expires()).contains(Instant.ofEpochSecond(1293917923));
        });
    }

    @Test
    void leavesOutWhatItCannotRead() {
        Map<String, Object> structure =
                Map.of("version", 2, "a.test", "nonsense", "b.test", Map.of("/", Map.of("x", List.of())));

        assertThat(StructureReader.read(structure)).isEmpty();
        assertThat(StructureReader.read(Map.of("version", 1))).isEmpty();
        assertThat(StructureReader.read(Map.of())).isEmpty();
    }

    private static Cookie cookie(String name, boolean hostOnly, Optional<Instant> expires, SameSite sameSite) {
        return new Cookie(name, "v", "a.test", hostOnly, "/", expires, true, false, sameSite, hostOnly, THEN, THEN);
    }
}
