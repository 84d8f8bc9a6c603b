package dev.jackfield.connector.plain.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a file that comes to the path after it was looked at. */
class SocketPathTest {
    @TempDir
    Path directory;

    private Path aside;
    private SocketPath path;
    private SocketPath.Identity before;

    @BeforeEach
    void begin() throws Exception {
        aside = directory.resolve("aside");
        Path file = Files.writeString(directory.resolve("file"), "old");
        path = SocketPath.of(file.toString());
        before = SocketPath.identity(file);
    }

    @Test
    void removesWhatWasLookedAt() throws Exception {
        path.remove(before, aside);
        assertThat(directory).isEmptyDirectory();
        path.remove(before, aside);
    }

    @Test
    void movesAnotherFileBack() throws Exception {
        comeAnother();
        assertThatThrownBy(() -> path.remove(before, aside))
                .isInstanceOf(BindException.class)
                .hasMessage("Address already in use: somebody else has just come there");
        assertThat(path.file()).hasContent("new");
        assertThat(aside).doesNotExist();
    }

    @Test
    void keepsFromDeletingAnotherFile() throws Exception {
        comeAnother();
        path.removeIf(before);
        assertThat(path.file()).hasContent("new");
        path.removeIf(SocketPath.identity(path.file()));
        assertThat(path.file()).doesNotExist();
        path.removeIf(before);
    }

    @Test
    void tellsAFileFromOneWithItsNumber() throws Exception {
        Files.setLastModifiedTime(path.file(), FileTime.fromMillis(1));
        path.removeIf(before);
        assertThat(path.file()).exists();
    }

    @Test
    void leavesInThePrivateDirectoryWhatCannotGoBack() throws Exception {
        Path left;
        try (PrivateDirectory hidden = PrivateDirectory.beside(path)) {
            Files.createFile(hidden.socket());
            left = Files.writeString(hidden.aside(), "precious");
        }
        assertThat(left).hasContent("precious");
        assertThat(left.getParent()).isDirectoryContaining(left::equals).isDirectoryNotContaining(f -> !f.equals(left));
    }

    private void comeAnother() throws Exception {
        // Made before the old one goes, so that it cannot have its number.
        Path another = Files.writeString(directory.resolve("another"), "new");
        Files.delete(path.file());
        Files.move(another, path.file());
    }
}
