package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.itest.parity.families.Families;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The golden vectors, and the conformance data if it is there, against all bundles. */
class ParityIT {
    private static final Path VECTORS = Path.of("vectors");
    private static final Path CONFORMANCE = Path.of("../../../shared/conformance");
    private static final Predicate<String> GOLDEN =
            Pattern.compile("[a-z0-9_]+:[0-9a-f]{12}").asMatchPredicate();

    private final StringWriter out = new StringWriter();
    private final List<Family> families = Families.all();

    @AfterEach
    void close() {
        families.forEach(Family::close);
        System.out.println(out);
    }

    @Test
    void everyVectorPassesOrIsContested() throws Exception {
        Run run = run(VECTORS);

        assertPassed(run);
        assertThat(run.contestedButMissing()).noneMatch(GOLDEN);
    }

    @Test
    void everyCaseOfTheConformanceDataPassesOrIsContested() throws Exception {
        assumeTrue(Files.isDirectory(CONFORMANCE), "Skipped: there is no " + CONFORMANCE + " beside the project");

        Run run = run(CONFORMANCE);

        assertPassed(run);
        assertThat(run.contestedButMissing()).allMatch(GOLDEN);
    }

    private Run run(Path folder) throws Exception {
        PrintWriter lines = new PrintWriter(out);
        Run run = new Run(families, Contested.read(Path.of("contested.txt")), lines, lines);
        run.folder(folder);
        run.close();
        return run;
    }

    private void assertPassed(Run run) {
        assertThat(run.unreadable()).as(out.toString()).isZero();
        assertThat(run.total().failed()).as(out.toString()).isZero();
        assertThat(run.total().passed()).isPositive();
    }
}
