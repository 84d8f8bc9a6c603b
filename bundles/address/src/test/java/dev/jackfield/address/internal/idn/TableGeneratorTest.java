package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table is what the generator makes; whoever asks by a property gets it written. */
class TableGeneratorTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/jackfield/address/internal/idn");

    @Test
    void committedTableIsTheGeneratedOne() throws IOException {
        if (Boolean.getBoolean("jackfield.table.write")) {
            TableGenerator.write(FOLDER.resolve(Table.RESOURCE));
            return;
        }
        try (InputStream committed = Table.class.getResourceAsStream(Table.RESOURCE)) {
            assertThat(committed.readAllBytes()).isEqualTo(TableGenerator.generate());
        }
    }

    @Test
    void versionIsTheOneThatHostNameTellsOf() {
        assertThat(UCharacter.getUnicodeVersion().getMajor()).isEqualTo(18);
    }

    @Test
    void tableIsSmall() throws IOException {
        try (InputStream committed = Table.class.getResourceAsStream(Table.RESOURCE)) {
            assertThat(committed.readAllBytes().length).isLessThan(40 * 1024);
        }
    }
}
