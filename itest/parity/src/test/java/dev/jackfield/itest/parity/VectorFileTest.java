package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorFileTest {
    private static final String GOOD = "{\"id\":\"f:1\",\"fn\":\"f\",\"in\":[\"\\ud800\"],\"out\":null}";

    @TempDir
    private Path folder;

    @Test
    void leavesOutWhatIsEvidenceOnly() throws Exception {
        Path file = write("a.jsonl", GOOD);
        write("observed.json", "{\"cases\":[]}");

        assertThat(VectorFile.under(folder)).containsExactly(file.toRealPath());
    }

    @Test
    void readsGoldenVectors() throws Exception {
        Path file = write("a.jsonl", GOOD + "\n\n" + GOOD + "\n");

        assertThat(VectorFile.read(file)).hasSize(2).allSatisfy(vector -> {
            assertThat(vector.id()).isEqualTo("f:1");
            assertThat(vector.name()).isEqualTo("f");
            assertThat(vector.argument(0)).isEqualTo("\ud800");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {                                         | expected JSON
        {"id":"a","fn":"f","in":[],"out":1} x     | expected JSON, got malformed text at column 38
        {'id':"a","fn":"f","in":[],"out":1}       | expected JSON
        {"id":"a","in":[],"out":1}                | expected an object with the members [id, fn, in, out]
        []                                        | expected an object with the members
        {"id":1,"fn":"f","in":[],"out":1}         | expected a text as id, got 1
        {"id":"a","fn":null,"in":[],"out":1}      | expected a text as fn, got null
        """)
    void namesTheLineOfABadVector(String line, String why) throws Exception {
        Path file = write("a.jsonl", GOOD + "\n" + line + "\n");

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> VectorFile.read(file))
                .withMessageStartingWith(file + ":2: ")
                .withMessageContaining(why);
    }

    @Test
    void namesTheLineOfBadConformanceData() throws Exception {
        Path file = write("a.json", "{\"schema\":\"s/1\",\n\"cases\":[\n{]}");

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> VectorFile.read(file))
                .withMessageStartingWith(file + ":3: expected JSON");
    }

    @Test
    void givesEachCaseTheRootOfItsFile() throws Exception {
        Path file = write("a.json", "{\"schema\":\"s/1\",\"root\":\"r\",\"cases\":[{\"id\":\"1\"},{\"id\":\"2\"}]}");

        assertThat(VectorFile.read(file))
                .hasSize(2)
                .allMatch(vector -> vector.text("root").equals("r"));
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        Path file = folder.resolve("a.jsonl");
        Files.write(file, "\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> VectorFile.read(file))
                .withMessageStartingWith(file + ": expected UTF-8");
    }

    @Test
    void refusesAFolderThatIsNotThereOrHasNothing() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> VectorFile.under(folder.resolve("none")))
                .withMessageEndingWith("none: expected a folder with vectors, there is nothing");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> VectorFile.under(folder))
                .withMessageContaining("found none");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
