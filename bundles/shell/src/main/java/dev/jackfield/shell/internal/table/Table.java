package dev.jackfield.shell.internal.table;

import dev.jackfield.shell.internal.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows whose columns are as wide as what is in them. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param head above it
     * @param number whether it is aligned as numbers are
     */
    public record Column(String head, boolean number) {
        /**
         * A column of text.
         *
         * @param head above it
         * @return aligned at the left
         */
        public static Column text(String head) {
            return new Column(head, false);
        }

        /**
         * A column of numbers.
         *
         * @param head above it
         * @return aligned at the right
         */
        public static Column number(String head) {
            return new Column(head, true);
        }
    }

    /**
     * A table without rows.
     *
     * @param columns from left to right
     */
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * One more row.
     *
     * @param cells one for each column, as far as there is something to tell
     */
    public void row(List<String> cells) {
        rows.add(cells.stream().map(Terminal::oneLine).toList());
    }

    /**
     * Prints it all, heads first.
     *
     * @param out gets it
     */
    public void print(PrintStream out) {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::head).toList());
        all.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(at -> all.stream()
                        .mapToInt(row -> cell(row, at).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int at = 0; at < widths.length; at++) {
                String blanks = " ".repeat(widths[at] - cell(row, at).length());
                line.append(at == 0 ? "" : GAP);
                line.append(columns.get(at).number() ? blanks + cell(row, at) : cell(row, at) + blanks);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }
}
