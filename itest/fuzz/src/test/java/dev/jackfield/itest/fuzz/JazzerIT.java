package dev.jackfield.itest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Silence means something only if there would be noise. */
@Execution(ExecutionMode.CONCURRENT)
class JazzerIT {
    @TempDir
    private Path folder;

    @Test
    void aPlantedMistakeIsFoundAndTold() throws Exception {
        assumeTrue(Jazzer.runsHere(), "Jazzer has no library for this platform");
        Jazzer jazzer = new Jazzer(Planted.class, folder.resolve("corpus"), folder.resolve("found"));
        Files.createDirectories(jazzer.kept(Targets.ADDRESS));

        String finding = jazzer.fuzz(Targets.ADDRESS, 60);

        assertThat(finding).contains("address broke", "IndexOutOfBoundsException: planted");
        List<Path> reproducers;
        try (Stream<Path> files = Files.walk(folder.resolve("found"))) {
            reproducers = files.filter(file -> file.getFileName().toString().startsWith("crash-"))
                    .toList();
        }
        assertThat(reproducers).hasSize(1);
        assertThat(finding).contains(reproducers.get(0).toString());
        assertThat(Files.readString(reproducers.get(0), ISO_8859_1)).startsWith("[:]");
    }
}
