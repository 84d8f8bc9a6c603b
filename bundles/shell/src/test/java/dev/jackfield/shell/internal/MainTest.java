package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.shell.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: a process of its own, with pipes. */
@Timeout(60)
class MainTest {
    private final Site site = new Site();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void printsTheBodyAndNothingElse() throws Exception {
        Process process = start("get", site.url("/big"));
        assertThat(process.getInputStream().readAllBytes()).isEqualTo(Site.BIG);
        assertThat(process.waitFor()).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void endsQuietlyWhenTheReaderGoes() throws Exception {
        Process process = start("get", site.url("/big"));
        assertThat(process.getInputStream().readNBytes(1)).hasSize(1);
        process.getInputStream().close();
        assertThat(process.waitFor()).isEqualTo(23);
        assertThat(err()).isEmpty();
    }

    @Test
    void exitsWithTheStatusOfTheFailure() throws Exception {
        Process process = start("get", "ftp://127.0.0.1:1/");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(err()).startsWith("jackfield: 599 REQUEST: ");
    }

    private Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
