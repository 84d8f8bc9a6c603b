package dev.jackfield.cookies.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.OpenJar;
import dev.jackfield.cookies.SetCookies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardJarTest {
    private static final CookieContext SITE = new CookieContext(true, "h.test", "/");

    private final Queue<Runnable> later = new ArrayDeque<>();

    @TempDir
    private Path folder;

    private StandardJar jar(Map<String, Object> config) {
        return StandardJar.saving(config, later::add);
    }

    private static void set(CookieJar jar, String... lines) {
        jar.store(new SetCookies(SITE, List.of(lines), Optional.empty()));
    }

    private static List<String> get(CookieJar jar) {
        return jar.cookies(SITE).stream().map(Cookie::pair).toList();
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(CookieJar.class)).singleElement().satisfies(jar -> {
            set(jar, "a=b");
            assertThat(get(jar)).containsExactly("a=b");
        });
    }

    @Test
    void savesOnceForManyChangesAndNotOnTheCallersThread() throws Exception {
        Path file = folder.resolve("cookies.txt");
        StandardJar jar = jar(Map.of("file", file.toString()));
        set(jar, "a=b; Max-Age=100");
        set(jar, "c=d");
        set(jar);
        assertThat(file).doesNotExist();
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(CookieFormat.NETSCAPE.read(file)).extracting(Cookie::pair).containsExactly("a=b", "c=d");
        set(jar, "e=f");
        assertThat(later).hasSize(1);
    }

    @Test
    void savesAtTheEndAndLoadsAgain() {
        Map<String, Object> config = Map.of("file", folder.resolve("jar.json").toString());
        StandardJar jar = jar(config);
        set(jar, "a=b; Max-Age=100", "c=d");
        jar.deactivate();
        assertThat(folder.resolve("jar.json")).content().startsWith("{");
        assertThat(get(jar(config))).containsExactly("a=b");
        assertThat(get(jar(Map.of("file", folder.resolve("jar.json").toString(), "keep.session", "true"))))
                .containsExactly("a=b", "c=d");
    }

    @Test
    void writesNothingThatHasNotChanged() throws Exception {
        Path file = folder.resolve("cookies.txt");
        StandardJar jar = jar(Map.of("file", file.toString()));
        set(jar, "a=b; Max-Age=100");
        later.remove().run();
        Files.delete(file);
        jar.deactivate();
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesAFileAloneThatItCannotRead() throws Exception {
        Path file = Files.writeString(folder.resolve("cookies.txt"), "precious\n");
        StandardJar jar = jar(Map.of("file", file.toString()));
        set(jar, "a=b");
        jar.deactivate();
        assertThat(get(jar)).containsExactly("a=b");
        assertThat(later).isEmpty();
        assertThat(file).hasContent("precious\n");
    }

    /** Such as after the list of public suffixes has grown. */
    @Test
    void losesNoFileByCookiesThatItsRulesDoNotAllow() throws Exception {
        Path file = Files.writeString(folder.resolve("cookies.txt"), """
                .h.test\tTRUE\t/\tFALSE\t99999999999\ta\tb
                .test\tTRUE\t/\tFALSE\t99999999999\tplanted\tby somebody
                h.test\tFALSE\t/\tFALSE\t99999999999\t__Secure-c\td
                h.test\tFALSE\t/\tFALSE\t99999999999\te\tf
                """);
        StandardJar jar = jar(Map.of("file", file.toString()));
        assertThat(get(jar)).containsExactly("a=b", "e=f");
        set(jar, "g=h");
        jar.deactivate();
        assertThat(CookieFormat.NETSCAPE.read(file)).extracting(Cookie::pair).containsExactly("a=b", "e=f", "g=h");
    }

    @Test
    void goesOnIfAFileCannotBeWritten() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        StandardJar jar = jar(Map.of("file", gone.resolve("cookies.txt").toString()));
        Files.delete(gone);
        set(jar, "a=b");
        later.remove().run();
        assertThat(get(jar)).containsExactly("a=b");
        Files.createDirectory(gone);
        jar.deactivate();
        assertThat(gone.resolve("cookies.txt")).content().contains("a\tb");
        set(jar, "c=d; Max-Age=9");
        later.remove().run();
        assertThat(gone.resolve("cookies.txt")).content().contains("a\tb", "c\td");
    }

    @Test
    void keepsWhatItHasWhenTheConfigurationChanges() throws Exception {
        Path old = folder.resolve("old.txt");
        Path next = folder.resolve("new.json");
        CookieFormat.JSON.write(next, List.of());
        StandardJar jar = jar(Map.of("file", old.toString()));
        set(jar, "a=b; Max-Age=100", "longer=one");
        jar.modified(Map.of("file", next.toString(), "max.pair", 3));
        assertThat(get(jar)).containsExactly("a=b");
        assertThat(old).content().contains("longer");
        later.forEach(Runnable::run);
        assertThat(CookieFormat.JSON.read(next)).extracting(Cookie::pair).containsExactly("a=b");
        set(jar, "long=er");
        assertThat(get(jar)).containsExactly("a=b");
    }

    @Test
    void aWrongConfigurationChangesNothing() {
        StandardJar jar = jar(Map.of("max.pair", "3"));
        set(jar, "a=b");
        jar.modified(Map.of("max.pair", "many"));
        set(jar, "long=er");
        assertThat(get(jar)).containsExactly("a=b");
    }

    @Test
    void showsWhatIsInItAndForgetsItInItsFileToo() throws Exception {
        Path file = folder.resolve("cookies.txt");
        OpenJar jar = jar(Map.of("file", file.toString()));
        set(jar, "a=b; Max-Age=100", "c=d; Max-Age=100");
        assertThat(jar.all()).extracting(Cookie::pair).containsExactly("a=b", "c=d");
        later.remove().run();
        jar.clear("other.test");
        assertThat(jar.all()).hasSize(2);
        jar.clear("h.test");
        assertThat(jar.all()).isEmpty();
        later.remove().run();
        assertThat(CookieFormat.NETSCAPE.read(file)).isEmpty();
        set(jar, "e=f; Max-Age=100");
        jar.clear();
        assertThat(jar.all()).isEmpty();
    }
}
