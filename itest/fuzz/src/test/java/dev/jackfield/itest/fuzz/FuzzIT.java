package dev.jackfield.itest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some seconds of Jazzer for every target, as many targets at a time as there are processors. */
class FuzzIT {
    private static final int SECONDS = Integer.parseInt(System.getenv().getOrDefault("JACKFIELD_FUZZ_SECONDS", "2"));

    private final Jazzer jazzer = new Jazzer(
            Fuzzer.class, Path.of(System.getProperty("fuzz.corpus")), Path.of(System.getProperty("fuzz.found")));

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void nothingIsFound(Targets target) throws Exception {
        assumeTrue(SECONDS > 0, "JACKFIELD_FUZZ_SECONDS is 0");
        assumeTrue(Jazzer.runsHere(), "Jazzer has no library for this platform");
        assertThat(jazzer.fuzz(target, SECONDS)).isEmpty();
    }
}
