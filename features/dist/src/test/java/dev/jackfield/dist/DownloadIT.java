package dev.jackfield.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/jackfield download}, cut in both ways: by the server, and by whoever waits for it. */
class DownloadIT {
    private static final long PATIENCE_SECONDS = 60;

    private final Assembly assembly = Assembly.built();

    @TempDir
    Path directory;

    @Test
    void continuesWhatTheServerCut() throws Exception {
        Path file = directory.resolve("file");
        try (CutOrigin origin = new CutOrigin()) {
            origin.cut();
            Run half = Run.of(assembly.jackfield(), "download", "-o", file.toString(), origin.url());
            assertThat(half.status()).as(half.err()).isEqualTo(56);
            assertThat(file).hasContent(CutOrigin.HALF);
            assertModified(file);

            Run whole = Run.of(assembly.jackfield(), "download", "-o", file.toString(), origin.url());
            assertThat(whole).isEqualTo(new Run(0, "", ""));
            assertThat(file).hasContent(CutOrigin.BODY);
            assertModified(file);
        }
    }

    @Test
    void keepsTheServersTimeWhenItIsAskedToEnd() throws Exception {
        Path file = directory.resolve("file");
        try (CutOrigin origin = new CutOrigin()) {
            ProcessBuilder builder = new ProcessBuilder(
                            assembly.jackfield().toString(),
                            "download",
                            "--progress",
                            "-o",
                            file.toString(),
                            origin.url())
                    .redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            try {
                awaitOutput(process, " 50% [");
                process.destroy();
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(file).hasContent(CutOrigin.HALF);
            assertModified(file);
        }
    }

    private static void awaitOutput(Process process, String expected) throws IOException {
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf(expected) < 0) {
            int octet = process.getInputStream().read();
            assertThat(octet).as("what follows \"%s\"", shown).isNotNegative();
            shown.append((char) octet);
        }
    }

    private static void assertModified(Path file) throws Exception {
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.parse("1994-11-06T08:49:37Z")));
    }
}
