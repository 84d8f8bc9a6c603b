package dev.jackfield.itest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The inputs that are kept, one after the other, without Jazzer: what was mended stays mended, on every platform. */
class CorpusTest {
    private static final Path CORPUS = Path.of("corpus");

    @TestFactory
    Stream<DynamicTest> everyKeptInput() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Targets target : Targets.values()) {
            List<Path> inputs = inputs(target);
            assertThat(inputs).as("seeds of " + target).isNotEmpty();
            for (Path input : inputs) {
                tests.add(DynamicTest.dynamicTest(target + "/" + input.getFileName(), () -> feed(target, input)));
            }
        }
        return tests.stream();
    }

    private static void feed(Targets target, Path input) throws IOException {
        byte[] octets = Files.readAllBytes(input);
        assertThat(octets.length).as("no longer than Jazzer reads").isLessThanOrEqualTo(target.longest());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Fuzzer.feed(target.parser(), octets));
    }

    private static List<Path> inputs(Targets target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.toString()))) {
            return files.sorted().toList();
        }
    }
}
