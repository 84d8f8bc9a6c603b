package dev.jackfield.shell.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.shell.internal.table.Table.Column;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void isAsWideAsWhatIsInIt() {
        Table table = new Table(List.of(Column.text("NAME"), Column.number("N"), Column.text("REST")));
        table.row(List.of("a", "12345", "x"));
        table.row(List.of("longer\u001b[1m\nname", "1"));
        assertThat(text(table))
                .containsExactly("NAME                 N  REST", "a                12345  x", "longer [1m name      1");
    }

    static List<String> text(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true));
        return out.toString().lines().toList();
    }
}
