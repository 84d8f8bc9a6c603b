package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContestedTest {
    @TempDir
    private Path folder;

    @Test
    void readsIdsWithReasons() throws Exception {
        Path file = folder.resolve("list");
        Files.writeString(file, "# words\n\nf:1  because\na b\\u000ac    two  blanks\n");

        Contested contested = Contested.read(file);

        assertThat(contested.reasons()).containsEntry("f:1", "because").containsEntry("a b\\u000ac", "two  blanks");
        assertThat(contested.lists("a b\nc")).isTrue();
        assertThat(contested.lists("f:2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f:1", "f:1  ", "f:1 because", "  because", "f:0  twice"})
    void refusesAnIdWithoutAReasonOrTwice(String line) throws Exception {
        Path file = folder.resolve("list");
        Files.writeString(file, "f:0  why\n" + line);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> Contested.read(file))
                .withMessageStartingWith(file + ":2: expected an id");
    }
}
