package dev.jackfield.itest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether it runs. What it tells of so few swaps is worth nothing. */
class SwapCostsIT {
    private static final long PATIENCE_MINUTES = 2;

    @Test
    void hasALineForEachKind(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        "../swap-costs", "--swaps=2", "--every=20", "--calm=0", "--warm-up=1")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output);
            assertThat(ended).as(text).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            assertThat(text.lines().map(line -> line.split(" ")[0]))
                    .contains(
                            "plain",
                            "fight",
                            "pull",
                            "resolver",
                            "jar",
                            "socks5",
                            "tls",
                            "config",
                            "bundle",
                            "socks-bundle")
                    .doesNotContain("stuck");
        } finally {
            process.destroyForcibly();
        }
    }
}
