package dev.jackfield.cookies.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsNoMoreThanAllowed() throws Exception {
        Path file = Files.writeString(folder.resolve("jar"), "12345");
        assertThat(WholeFile.read(file, 5)).asString().isEqualTo("12345");
        assertThatThrownBy(() -> WholeFile.read(file, 4))
                .isInstanceOf(IOException.class)
                .hasMessage("Expected at most 4 octets in " + file + ", got more");
    }

    @Test
    void leavesTheOldOneIfTheNewOneCannotTakeItsPlace() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("jar"));
        Path inside = Files.writeString(taken.resolve("inside"), "x");
        assertThatThrownBy(() -> WholeFile.write(taken, new byte[1])).isInstanceOf(IOException.class);
        assertThat(inside).hasContent("x");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(taken);
        }
    }
}
