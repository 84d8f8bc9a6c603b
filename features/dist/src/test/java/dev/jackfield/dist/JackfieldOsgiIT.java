package dev.jackfield.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/jackfield-osgi}: the same commands, in a framework. */
class JackfieldOsgiIT {
    private final Assembly assembly = Assembly.built();

    @TempDir
    Path directory;

    @Test
    void runsOneCommandAndLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));

        try (Origin origin = new Origin()) {
            Run run = Run.with(withTemporary(temporary), "", assembly.osgi(), "get", origin.url());
            assertThat(run).isEqualTo(new Run(0, Origin.BODY, ""));
        }

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void endsWithTheStatusOfTheCommand() throws Exception {
        Run run = Run.of(assembly.osgi(), "get", Origin.nobody());

        assertThat(run.status())
                .isNotZero()
                .isEqualTo(Run.of(assembly.jackfield(), "get", Origin.nobody()).status());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("595");
    }

    @Test
    void keepsACacheThatItWasGiven() throws Exception {
        Path cache = directory.resolve("cache");

        try (Origin origin = new Origin()) {
            for (int i = 0; i < 2; i++) {
                Run run = Run.of(assembly.osgi(), "--cache", cache.toString(), "get", origin.url());
                assertThat(run).isEqualTo(new Run(0, Origin.BODY, ""));
            }
        }

        assertThat(cache).isNotEmptyDirectory();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Assembly copy = assembly.copiedTo(directory.resolve("copy"));
        Files.delete(copy.file("lib", "loop-"));
        Path temporary = Files.createDirectory(directory.resolve("tmp"));

        Run run = Run.with(withTemporary(temporary), "", copy.osgi(), "--version");

        assertThat(run.status()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("dev.jackfield.connector: ")
                .contains("missing requirement")
                .contains("osgi.wiring.package=dev.jackfield.loop");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void saysThatThereAreNoCommands() throws Exception {
        Assembly copy = assembly.copiedTo(directory.resolve("copy"));
        Files.delete(copy.file("lib", "shell-"));

        Run run = Run.of(copy.osgi(), "--version");

        assertThat(run.status()).isEqualTo(70);
        assertThat(run.err()).contains("No commands").contains("jackfield.role=commands");
    }

    @Test
    void givesAPromptWithTheCommands() throws Exception {
        try (Origin origin = new Origin()) {
            Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
            String input = "jackfield:get " + origin.url() + "\nexit 0\n";

            Run run = Run.with(environment, input, assembly.osgi());

            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("Welcome to Apache Felix Gogo").contains(Origin.BODY);
        }
    }

    /** Gogo gives the commands back after each of them, and what was plugged in by one is there for the next. */
    @Test
    void keepsACordFromOneCommandToTheNext() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        String input = "jackfield:plug plain trace\njackfield:plug trace plain\nexit 0\n";

        Run run = Run.with(environment, input, assembly.osgi());

        assertThat(run.out() + run.err()).contains("from where a cord leads back to \"trace\"");
    }

    @Test
    void wantsADirectoryAfterCache() throws Exception {
        assertThat(Run.of(assembly.osgi(), "--cache"))
                .isEqualTo(new Run(2, "", "jackfield-osgi: Expected a directory after --cache\n"));
    }

    @Test
    void makesNoMoreThanTheCacheItself() throws Exception {
        Path cache = directory.resolve("no/such");

        Run run = Run.of(assembly.osgi(), "--cache", cache.toString(), "--version");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("jackfield-osgi: --cache: ").contains(cache.toString());
        assertThat(cache.getParent()).doesNotExist();
    }

    @Test
    void helpsWithItselfAndTheCommands() throws Exception {
        Run run = Run.of(assembly.osgi(), "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Usage: jackfield-osgi ")
                .contains("--cache DIR", "prompt", "Usage: jackfield ", "Exit status:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void endsWhenTimeIsUpThoughNobodyReads() throws Exception {
        assertThat(Stalled.status(assembly.osgi())).isEqualTo(28);
    }

    private static Map<String, String> withTemporary(Path temporary) {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JACKFIELD_JAVA_OPTIONS",
                "-Djava.io.tmpdir=" + temporary);
    }
}
