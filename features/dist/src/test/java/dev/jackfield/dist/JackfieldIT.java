package dev.jackfield.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/jackfield}, as somebody calls it who has just unpacked it. */
class JackfieldIT {
    private final Assembly assembly = Assembly.built();

    @TempDir
    Path directory;

    @Test
    void printsTheBodyAndNothingElse() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(Run.of(assembly.jackfield(), "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void endsWhenTimeIsUpThoughNobodyReads() throws Exception {
        assertThat(Stalled.status(assembly.jackfield())).isEqualTo(28);
    }

    @Test
    void saysByCodeAndStatusThatItCouldNot() throws Exception {
        Run run = Run.of(assembly.jackfield(), "get", Origin.nobody());

        assertThat(run.status()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("595");
    }

    @Test
    void findsItsHomeThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), assembly.jackfield());
        Files.createDirectory(directory.resolve("sub"));
        Path relative = Files.createSymbolicLink(directory.resolve("sub/again"), Path.of("../link"));

        assertThat(Run.of(link, "--version")).isEqualTo(Run.of(assembly.jackfield(), "--version"));
        assertThat(Run.of(relative, "--version").status()).isZero();
    }

    @Test
    void runsFromADirectoryWithBlanksInItsName() throws Exception {
        Assembly moved = assembly.copiedTo(directory.resolve("some where else"));

        try (Origin origin = new Origin()) {
            assertThat(Run.of(moved.jackfield(), "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void sharesTheClassesInTheArchive() throws Exception {
        assertThat(originOfTheClient(assembly)).contains("shared objects file");
    }

    @Test
    void doesNotUseAnArchiveThatWasMovedUntilItIsMadeAnew() throws Exception {
        Assembly moved = assembly.copiedTo(directory.resolve("moved"));
        assertThat(originOfTheClient(moved)).doesNotContain("shared objects file");

        assertThat(Run.of(moved.archiver())).isEqualTo(new Run(0, "", ""));

        assertThat(originOfTheClient(moved)).contains("shared objects file");
    }

    @Test
    void doesNotMindABrokenArchive() throws Exception {
        Assembly copy = assembly.copiedTo(directory.resolve("copy"));
        Run.of(copy.archiver());
        assertThat(copy.archive().toFile().setWritable(true)).isTrue();
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(copy.archive(), garbage);

        try (Origin origin = new Origin()) {
            assertThat(Run.of(copy.jackfield(), "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Files.createDirectory(directory.resolve("bin"));
        Files.createSymbolicLink(directory.resolve("bin/java"), Path.of("/bin/false"));
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");

        Run run = Run.with(Map.of("JAVA_HOME", directory.toString()), "", assembly.jackfield(), "--version");

        assertThat(run)
                .isEqualTo(new Run(
                        69,
                        "",
                        "jackfield: needs Java 17 or newer, got 11.0.2 from " + directory.resolve("bin/java") + "\n"));
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        Run nowhere = Run.with(Map.of("JAVA_HOME", directory.toString()), "", assembly.jackfield(), "--version");
        Run noPath = Run.with(Map.of("PATH", directory.toString()), "", assembly.jackfield(), "--version");

        assertThat(nowhere.status()).isEqualTo(69);
        assertThat(nowhere.err()).startsWith("jackfield: no Java at JAVA_HOME");
        assertThat(noPath.status()).isEqualTo(69);
        assertThat(noPath.err()).startsWith("jackfield: no Java on the PATH");
    }

    /** Where the virtual machine says that it took a class from. */
    private String originOfTheClient(Assembly from) throws Exception {
        Path loaded = directory.resolve("loaded");
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JACKFIELD_JAVA_OPTIONS",
                "-Xlog:class+load:file=" + loaded);
        try (Origin origin = new Origin()) {
            Run.with(environment, "", from.jackfield(), "get", origin.url());
        }
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.filter(line -> line.contains(" dev.jackfield.http.internal.PatchedClient "))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
