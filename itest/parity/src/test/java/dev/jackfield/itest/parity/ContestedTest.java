package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        Files.writeString(file, "# words\n\nf:1  because\ns/1:g  so\na b\\u000ac    two  blanks\n");

        Contested contested = Contested.read(file);

        assertThat(contested.reasons()).containsEntry("f:1", "because").containsEntry("a b\\u000ac", "two  blanks");
        assertThat(contested.lists(vector("a b\nc", "s/1"))).isTrue();
        assertThat(contested.lists(vector("f:2", "f"))).isFalse();
    }

    @Test
    void tellsCasesOfOneIdApartByTheirSchemas() throws Exception {
        Contested contested = new Contested(Map.of("s/1:g", "so"));

        assertThat(contested.lists(vector("g", "s/1"))).isTrue();
        assertThat(contested.lists(vector("g", "s/2"))).isFalse();
        assertThat(contested.name(vector("g", "s/1"))).isEqualTo("s/1:g");
    }

    private static Vector vector(String id, String name) {
        return new Vector(id, name, new JsonObject());
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
