package dev.jackfield.resolver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
    @TempDir
    Path folder;

    private final List<String> parsed = new ArrayList<>();
    private Path path;
    private WatchedFile<String> file;

    @BeforeEach
    void watch() {
        path = folder.resolve("file");
        file = new WatchedFile<>(path, 10, (where, text) -> {
            parsed.add(text);
            return "<" + text + ">";
        });
        parsed.clear();
    }

    @Test
    void readsAgainOnlyWhenTheFileHasChanged() throws IOException {
        assertThat(file.read()).isEqualTo("<>");
        Files.writeString(path, "one");
        assertThat(file.read()).isEqualTo("<one>");
        assertThat(file.read()).isEqualTo("<one>");
        Files.writeString(path, "longer");
        assertThat(file.read()).isEqualTo("<longer>");
        Files.writeString(path, "LONGER");
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
        assertThat(file.read()).isEqualTo("<LONGER>");
        Files.delete(path);
        assertThat(file.read()).isEqualTo("<>");
        assertThat(parsed).containsExactly("one", "longer", "LONGER");
    }

    @Test
    void noticesAnotherFileOfTheSameTimeAndSize() throws IOException {
        Path other = folder.resolve("other");
        for (Path each : List.of(path, other)) {
            Files.writeString(each, each == path ? "one" : "two");
            Files.setLastModifiedTime(each, FileTime.fromMillis(1_000_000));
        }
        assertThat(file.read()).isEqualTo("<one>");
        assumeTrue(Files.readAttributes(path, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey()
                != null);
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
        assertThat(file.read()).isEqualTo("<two>");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        Files.writeString(path, "1234567890");
        assertThat(file.read()).isEqualTo("<1234567890>");
        Files.writeString(path, "1234567890+");
        assertThat(file.read()).isEqualTo("<>");
        Files.writeString(path, "1");
        assertThat(file.read()).isEqualTo("<1>");
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        Files.createDirectory(path);
        assertThat(file.read()).isEqualTo("<>");
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros));
        assertThat(new WatchedFile<>(zeros, 10, (where, text) -> text).read()).isEmpty();
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        Files.writeString(path, "\ufeffone");
        assertThat(file.read()).isEqualTo("<one>");
    }
}
