package dev.jackfield.itest.parity;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs files of vectors and tells, line by line, how they end. */
final class Run {
    private final Map<String, Family> families = new HashMap<>();
    private final Contested contested;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Judge judge = new Judge(Judge.PATIENCE);
    private final Set<String> contestedMet = new HashSet<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private Tally total = Tally.ZERO;
    private int unreadable;

    Run(List<Family> families, Contested contested, PrintWriter out, PrintWriter err) {
        families.forEach(family -> family.names().forEach(name -> this.families.put(name, family)));
        this.contested = contested;
        this.out = out;
        this.err = err;
    }

    /** Runs a folder with all below it. A file that cannot be read is told and counted, and the others run. */
    void folder(Path folder) throws BadInput, InterruptedException {
        for (Path file : VectorFile.under(folder)) {
            try {
                file(name(folder, file), VectorFile.read(file));
            } catch (BadInput e) {
                err.println(e.getMessage());
                err.flush();
                unreadable++;
            }
        }
    }

    private static String name(Path folder, Path file) throws BadInput {
        Path start = VectorFile.real(folder);
        return Files.isDirectory(start)
                ? start.relativize(file).toString().replace('\\', '/')
                : String.valueOf(file.getFileName());
    }

    private void file(String name, List<Vector> vectors) throws InterruptedException {
        Tally tally = Tally.ZERO;
        rules.clear();
        for (Vector vector : vectors) {
            Family family = families.get(vector.name());
            tally = tally.plus(family == null ? new Tally(0, 0, 0, 1, 0) : tried(family, vector));
        }
        out.println(name + ": " + tally);
        rules.forEach((rule, count) -> out.println("  " + count + " contested: " + rule));
        out.flush();
        total = total.plus(tally);
    }

    private Tally tried(Family family, Vector vector) throws InterruptedException {
        if (!family.concerns(vector)) {
            return new Tally(0, 0, 0, 0, 1);
        }
        Judge.Verdict verdict = judge.of(family, vector);
        String id = Json.printable(vector.id());
        boolean listed = contested.lists(vector);
        if (listed) {
            contestedMet.add(contested.name(vector));
        }
        Optional<Family.Objection> objection = family.contested(vector);
        if (objection.isPresent()) {
            rules.merge(objection.get().why(), 1, Integer::sum);
            if (!verdict.passed() && !verdict.instead()) {
                out.println(id + "  is contested, but " + verdict.difference() + ", or rather "
                        + objection.get().instead().text());
                return new Tally(0, 1, 0, 0, 0);
            }
            listed = true;
        }
        if (verdict.passed() && !listed) {
            return new Tally(1, 0, 0, 0, 0);
        }
        if (!verdict.passed() && listed) {
            return new Tally(0, 0, 1, 0, 0);
        }
        out.println(id + "  " + (listed ? "is contested, but passes" : verdict.difference()));
        return new Tally(0, 1, 0, 0, 0);
    }

    /** The closing lines. */
    void close() {
        out.println(total.contested() + " contested, " + total.uncovered() + " not covered yet"
                + (unreadable == 0 ? "" : ", " + unreadable + " files could not be read"));
        out.println(total.passed() + " passed, " + total.failed() + " failed");
        out.flush();
    }

    Tally total() {
        return total;
    }

    /** How many files could not be read. */
    int unreadable() {
        return unreadable;
    }

    /** Ids on the list of contested vectors that did not come up. */
    Set<String> contestedButMissing() {
        Set<String> missing = new TreeSet<>(contested.reasons().keySet());
        missing.removeAll(contestedMet);
        return missing;
    }
}
