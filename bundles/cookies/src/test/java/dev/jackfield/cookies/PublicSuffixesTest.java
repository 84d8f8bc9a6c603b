package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.cookies.PublicSuffixes.Section;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {
    private static final PublicSuffixes SHIPPED = PublicSuffixes.shipped();
    private static final PublicSuffixes SMALL = PublicSuffixes.parse("""
            // VERSION: 2026-10-06_16-13-12_UTC
            // ===BEGIN ICANN DOMAINS===
            test
            co.test   and a remark
            *.wide.test
            !free.wide.test
            公司.test
            // ===END ICANN DOMAINS===
            // ===BEGIN PRIVATE DOMAINS===
            pages.example
            x.free.wide.test
            // ===END PRIVATE DOMAINS===
            """);

    @ParameterizedTest
    @CsvSource({
        "test, test",
        "a.test, test",
        "co.test, co.test",
        "a.b.co.test, co.test",
        "wide.test, test",
        "x.wide.test, x.wide.test",
        "y.x.wide.test, x.wide.test",
        "free.wide.test, wide.test",
        "y.free.wide.test, wide.test",
        "x.free.wide.test, wide.test",
        "a.xn--55qx5d.test, xn--55qx5d.test",
        "a.pages.example, pages.example",
        "example, example",
        "a.example, example",
        "nowhere.unlisted, unlisted"
    })
    void findsTheRuleThatPrevails(String host, String suffix) {
        assertThat(SMALL.suffix(host)).contains(suffix);
        assertThat(SMALL.isSuffix(host)).isEqualTo(host.equals(suffix));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"test, -", "a.test, a.test", "b.a.co.test, a.co.test", "free.wide.test, free.wide.test"})
    void tellsWhatSomebodyOwns(String host, String owned) {
        assertThat(SMALL.registrable(host).orElse(null)).isEqualTo(owned);
    }

    @Test
    void tellsTheSectionsApart() {
        assertThat(SMALL.section("a.co.test")).contains(Section.ICANN);
        assertThat(SMALL.section("a.pages.example")).contains(Section.PRIVATE);
        assertThat(SMALL.section("a.example")).isEmpty();
        assertThat(SHIPPED.section("a.co.uk")).contains(Section.ICANN);
        assertThat(SHIPPED.section("a.github.io")).contains(Section.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "fe80::1", "1.2.3", "::ffff:1.2.3.4", "fe80::abcd"})
    void addressesHaveNoSuffix(String address) {
        assertThat(SHIPPED.suffix(address)).isEmpty();
        assertThat(SHIPPED.registrable(address)).isEmpty();
        assertThat(SHIPPED.isSuffix(address)).isFalse();
        assertThat(SHIPPED.section(address)).isEmpty();
    }

    @Test
    void bringsMozillasList() {
        assertThat(SHIPPED.rules()).isGreaterThan(9000);
        assertThat(SHIPPED.date()).hasValueSatisfying(date -> assertThat(date).isAfter("2026-01-01T00:00:00Z"));
        assertThat(SHIPPED.toString()).contains(SHIPPED.version());
        assertThat(SHIPPED.isSuffix("co.uk")).isTrue();
        assertThat(SHIPPED.isSuffix("github.io")).isTrue();
        assertThat(SHIPPED.isSuffix("example.com")).isFalse();
        assertThat(SHIPPED.isSuffix("www.ck")).isFalse();
        assertThat(SHIPPED.isSuffix("xn--55qx5d.cn")).isTrue();
    }

    @Test
    void tellsItsVersionAndDate() {
        assertThat(SMALL.version()).isEqualTo("2026-10-06_16-13-12_UTC");
        assertThat(SMALL.date()).contains(Instant.parse("2026-10-06T16:13:12Z"));
        assertThat(SMALL.rules()).isEqualTo(7);
        assertThat(SMALL).hasToString("7 public suffixes of 2026-10-06_16-13-12_UTC");
        PublicSuffixes silent = PublicSuffixes.parse("test");
        assertThat(silent.version()).isEmpty();
        assertThat(silent.date()).isEmpty();
        assertThat(silent).hasToString("1 public suffixes");
    }

    @Test
    void withoutAListNothingIsPublic() {
        assertThat(PublicSuffixes.none().isSuffix("com")).isFalse();
        assertThat(PublicSuffixes.none().suffix("com")).isEmpty();
        assertThat(PublicSuffixes.none()).hasToString("no public suffixes");
    }

    @Test
    void isReplacedByAFileOrAStream(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("list"), "my.test\r\n");
        assertThat(PublicSuffixes.read(file).isSuffix("my.test")).isTrue();
        assertThat(PublicSuffixes.read(new ByteArrayInputStream("公司.cn".getBytes(StandardCharsets.UTF_8)))
                        .isSuffix("xn--55qx5d.cn"))
                .isTrue();
        Files.writeString(file, "test\na..b\n");
        assertThatThrownBy(() -> PublicSuffixes.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": Line 2: expected the rule of a public suffix: ");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> PublicSuffixes.parse("// nothing\n\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a list of public suffixes, got no rule in 2 lines");
        assertThatThrownBy(() -> PublicSuffixes.parse("test\n*.\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 2: expected the rule of a public suffix");
        assertThatThrownBy(() -> PublicSuffixes.parse("com.\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 1: expected the rule of a public suffix");
        assertThatThrownBy(() -> PublicSuffixes.parse("<html>\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 1: expected the rule of a public suffix: ");
    }
}
