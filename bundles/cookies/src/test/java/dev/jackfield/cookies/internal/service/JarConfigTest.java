package dev.jackfield.cookies.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarConfigTest {
    @TempDir
    private Path folder;

    @Test
    void hasTheDefaultsOfTheRules() {
        assertThat(JarConfig.read(Map.of())).isEqualTo(JarConfig.DEFAULTS);
        assertThat(JarConfig.DEFAULTS.rules()).isSameAs(CookieRules.defaults());
    }

    @Test
    void readsEverything() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "my.test\n");
        Map<String, Object> map = new HashMap<>(Map.of(
                "profile", "6265",
                "max.pair", 1,
                "max.attribute", "2",
                "max.per.domain", 3L,
                "max.cookies", " 4 ",
                "longest.life", "0",
                "public.suffixes", list.toString(),
                "file", "/jar",
                "format", "json",
                "keep.session", true));
        map.putAll(Map.of(
                "service.pid",
                "x",
                "component.id",
                1L,
                "felix.fileinstall.filename",
                "y",
                "jackfield.name",
                "standard"));
        JarConfig config = JarConfig.read(map);
        CookieRules rules = config.rules();
        assertThat(rules.profile()).isEqualTo(CookieProfile.RFC_6265);
        assertThat(List.of(rules.maxPair(), rules.maxAttribute(), rules.maxPerDomain(), rules.maxCookies()))
                .containsExactly(1, 2, 3, 4);
        assertThat(rules.longestLife()).isEqualTo(Duration.ZERO);
        assertThat(rules.suffixes().isSuffix("my.test")).isTrue();
        assertThat(config.file()).contains(Path.of("/jar"));
        assertThat(config.format()).isEqualTo(CookieFormat.JSON);
        assertThat(config.keepSession()).isTrue();
    }

    @Test
    void knowsTheFormatByTheName() {
        assertThat(JarConfig.read(Map.of("file", "/a.json")).format()).isEqualTo(CookieFormat.JSON);
        assertThat(JarConfig.read(Map.of("file", "/a.json", "format", "auto")).format())
                .isEqualTo(CookieFormat.JSON);
        assertThat(JarConfig.read(Map.of("file", "/a.txt")).format()).isEqualTo(CookieFormat.NETSCAPE);
    }

    @Test
    void tellsWhatIsWrong() throws Exception {
        refuses("profile", "2965", "profile: expected 6265 or 6265bis, got \"2965\"");
        refuses("max.pair", "0", "max.pair: expected a whole number from 1 to 2147483647, got \"0\"");
        refuses("max.attribute", 1.5, "max.attribute: expected a whole number from 1 to 2147483647, got \"1.5\"");
        refuses("max.per.domain", "3000000000", "max.per.domain: expected a whole number from 1 to 2147483647");
        refuses("max.cookies", "\n", "max.cookies: expected a whole number from 1 to 2147483647, got \"?\"");
        refuses("longest.life", -1, "longest.life: expected a whole number from 0 to 2147483647, got \"-1\"");
        refuses("file", 7, "file: expected a text, got \"7\"");
        refuses("file", "\0", "file: expected a path: ");
        refuses("format", "xml", "format: expected auto or json or netscape, got \"xml\"");
        refuses("keep.session", "yes", "keep.session: expected false or true, got \"yes\"");
        refuses(
                "flie",
                "/jar",
                "Expected keys of [file, format, keep.session, longest.life, max.attribute, max.cookies,");
        refuses("public.suffixes", "/none/there", "public.suffixes: expected a file that can be read, got ");
        Path list = Files.writeString(folder.resolve("list"), "a..b\n");
        refuses("public.suffixes", list.toString(), "public.suffixes: " + list + ": Line 1: expected the rule");
    }

    private static void refuses(String key, Object value, String message) {
        assertThatThrownBy(() -> JarConfig.read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
