package dev.jackfield.itest.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors that we think wrong, each with the reason.
 *
 * @param reasons by id, as it is printed
 */
record Contested(Map<String, String> reasons) {
    private static final String SEPARATOR = "  ";

    static Contested none() {
        return new Contested(Map.of());
    }

    /** Reads lines of an id, two blanks and a reason; empty lines, and those that begin with {@code #}, are skipped. */
    static Contested read(Path file) throws BadInput {
        Map<String, String> reasons = new HashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int gap = line.indexOf(SEPARATOR);
            if (gap <= 0 || line.substring(gap).isBlank()) {
                throw new BadInput(
                        file, number, "expected an id, two blanks and a reason, got " + Json.printable(line));
            }
            if (reasons.put(line.substring(0, gap), line.substring(gap).strip()) != null) {
                throw new BadInput(file, number, "expected an id that is not on the list yet, got " + line);
            }
        }
        return new Contested(Map.copyOf(reasons));
    }

    boolean lists(Vector vector) {
        return reasons.containsKey(name(vector));
    }

    /** What it is on the list as, if it is: some sources give one id to cases of several schemas. */
    String name(Vector vector) {
        String id = Json.printable(vector.id());
        String qualified = vector.name() + ":" + id;
        return reasons.containsKey(qualified) ? qualified : id;
    }

    private static List<String> lines(Path file) throws BadInput {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BadInput(file, "the list of contested vectors cannot be read: " + e);
        }
    }
}
