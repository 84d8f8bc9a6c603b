package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script, from another folder than its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for sh")
class ScriptIT {
    private static final String VECTOR =
            "{\"id\":\"parse_ipv4:1\",\"fn\":\"parse_ipv4\",\"in\":[\"127.1\"],\"out\":\"7f00000%d\"}\n";

    @TempDir
    private Path folder;

    @Test
    void endsAsTheVectorsDo() throws Exception {
        assertThat(run("vectors", VECTOR.formatted(1))).isZero();
        assertThat(Files.readString(folder.resolve("out"))).endsWith("\n1 passed, 0 failed\n");

        assertThat(run("vectors", VECTOR.formatted(2))).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out"))).endsWith("\n0 passed, 1 failed\n");

        assertThat(run("nothing", "")).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("out"))).contains("nothing: expected a folder");
    }

    private int run(String argument, String vectors) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("vectors")).resolve("a.jsonl"), vectors);
        File out = folder.resolve("out").toFile();
        Process process = new ProcessBuilder(
                        Path.of("run-vectors").toAbsolutePath().toString(), argument)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
