package dev.jackfield.http.internal.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/urls.md} says is true. */
class UrlTableTest {
    private static final Pattern CODE = Pattern.compile("``(.+) ``|`(.+)`");
    private static final Url BASE = Url.parse("https://a.test/x/y?q#here");

    record Row(String heading, String given, String here) {}

    @ParameterizedTest
    @MethodSource("rows")
    void everyRow(Row row) {
        String given = code(row.given);
        if (row.here.equals("refused")) {
            assertThatThrownBy(() -> read(row.heading, given)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(read(row.heading, given).shown()).isEqualTo(code(row.here));
        }
    }

    private static Url read(String heading, String given) {
        return switch (heading) {
            case "Given by a user", "Hosts" -> Url.parse(given);
            case "Given by a server" -> BASE.resolve(given);
            default -> throw new AssertionError("Another table: " + heading);
        };
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String heading = "";
        for (String line : Files.readAllLines(Path.of("../../docs/urls.md"))) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
            }
            if (line.startsWith("| `")) {
                String[] cells = line.split("(?<!\\\\)\\|");
                assertThat(cells).as(line).hasSize(6);
                rows.add(new Row(heading, cells[1].strip(), cells[4].strip()));
            }
        }
        assertThat(rows).hasSizeGreaterThan(50);
        return rows;
    }

    private static String code(String cell) {
        Matcher code = CODE.matcher(cell.replace("\\|", "|"));
        assertThat(code.matches()).as(cell).isTrue();
        String text = code.group(1) == null ? code.group(2) : code.group(1);
        return text.replace('␠', ' ').replace('␉', '\t').replace('␊', '\n').replace('␀', '\0');
    }
}
