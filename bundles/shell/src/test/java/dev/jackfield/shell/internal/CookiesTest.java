package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CookiesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Bench bench = new Bench();
    private final MemoryJar jar = MemoryJar.create(CookieRules.defaults(), () -> NOW);

    @BeforeEach
    void fill() {
        set("h.test", "id=secret; Max-Age=60; HttpOnly");
        set("www.h.test", "all=of it; Domain=h.test; Path=/sub; Secure");
        set("127.0.0.1", "here=1");
        bench.jar = Optional.of(jar);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsWhatIsThereWithoutTheValues() {
        Typed typed = bench.line("cookies");
        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.out().lines())
                .containsExactly(
                        "DOMAIN     PATH  NAME  EXPIRES               FLAGS",
                        "h.test     /     id    2026-11-22T12:01:00Z  httponly",
                        ".h.test    /sub  all   session               secure",
                        "127.0.0.1  /     here  session");
    }

    @Test
    void tellsTheValuesIfTheyAreWanted() {
        assertThat(bench.line("cookies", "--values", "--domain", ".H.test")
                        .out()
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.endsWith("httponly  secret"))
                .anyMatch(line -> line.endsWith("secure    of it"));
    }

    @Test
    void choosesADomainAndWhatIsBelow() {
        assertThat(bench.line("cookies", "--domain", "test").out().lines()).hasSize(3);
        assertThat(bench.line("cookies", "--domain", "127.0.0.1").out()).contains("here");
        assertThat(bench.line("cookies", "--domain", "www.h.test").out().lines())
                .hasSize(1);
        Typed wrong = bench.line("cookies", "--domain", "a..b");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("--domain: ");
    }

    @Test
    void clears() {
        assertThat(bench.line("cookies", "--clear", "--domain", "127.0.0.1").octets())
                .isEmpty();
        assertThat(jar.all()).hasSize(2);
        assertThat(bench.line("cookies", "--clear").status()).isZero();
        assertThat(jar.all()).isEmpty();
    }

    @Test
    void saysWhatItCannotLookInto() {
        bench.jar = Optional.of(CookieJar.none());
        Typed closed = bench.line("cookies");
        assertThat(closed.status()).isEqualTo(1);
        assertThat(closed.err()).contains("Expected a jar that can be looked into, got ");
        bench.jar = Optional.empty();
        assertThat(bench.line("cookies").err()).contains("Expected a jar to be plugged in, got none");
        Typed alone = Typed.line("cookies");
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("as in the shells of OSGi");
    }

    private void set(String host, String line) {
        jar.store(new SetCookies(new CookieContext(true, host, "/sub/"), List.of(line + path(line)), Optional.empty()));
    }

    private static String path(String line) {
        return line.contains("Path=") ? "" : "; Path=/";
    }
}
