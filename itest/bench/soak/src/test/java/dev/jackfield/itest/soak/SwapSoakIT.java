package dev.jackfield.itest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The soak as a user would start it, in a process of its own, so that nobody else's threads and memory count. */
class SwapSoakIT {
    private static final long PATIENCE_MINUTES = 8;

    @TempDir
    private Path folder;

    /** However slow the machine, nothing is lost. How fast it has to be is not said. */
    @Test
    void losesNothingDoublesNothingAndLeavesNothing() throws Exception {
        Said said =
                said("--bundles=200", "--stay=500", "--gap=0", "--slow=3", "--restarts=2", "--calm=1", "--any-rate");

        assertThat(said.text()).contains(" lost=0 doubled=0 leaked=0 longest_pause_us=");
        assertThat(said.status()).as(said.text()).isZero();
    }

    @Test
    void failsIfThereWereFewerRequestsThanAskedFor() throws Exception {
        Said said = said("--swaps=1", "--warm-up=0", "--restarts=0", "--calm=1", "--rate=1000000");

        assertThat(said.text()).contains("Expected 1000000 requests per second, got ");
        assertThat(said.status()).isEqualTo(1);
    }

    private record Said(int status, String text) {}

    private Said said(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("../swap-soak"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output);
            assertThat(ended)
                    .as("an end within " + PATIENCE_MINUTES + " minutes, after: " + text)
                    .isTrue();
            return new Said(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
        }
    }
}
