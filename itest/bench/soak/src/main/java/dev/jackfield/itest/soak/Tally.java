package dev.jackfield.itest.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many swaps of each kind were made, and how long they took together. Used on one thread. */
final class Tally {
    private static final int REASONS = 5;

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    private static final class Row {
        long made;
        long nanos;
        long failed;
        long used;
    }

    void made(String kind, long nanos) {
        Row row = row(kind);
        row.made++;
        row.nanos += nanos;
    }

    void failed(String kind, Exception why) {
        row(kind).failed++;
        if (failures.size() < REASONS) {
            failures.add("swap of " + kind + ": " + why);
        }
    }

    /** What was plugged in has been used. */
    void used(String kind, long times) {
        row(kind).used += times;
    }

    long made() {
        return rows.values().stream().mapToLong(row -> row.made).sum();
    }

    long made(String kind) {
        return row(kind).made;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    String table() {
        StringBuilder table =
                new StringBuilder(String.format("%-16s%10s%9s%9s%9s%n", "swaps of", "made", "failed", "µs", "used"));
        rows.forEach((kind, row) -> table.append(String.format(
                "%-16s%10d%9d%9d%9s%n",
                kind,
                row.made,
                row.failed,
                row.nanos / 1_000 / Math.max(1, row.made),
                row.used == 0 ? "" : Long.toString(row.used))));
        return table.toString();
    }

    private Row row(String kind) {
        return rows.computeIfAbsent(kind, any -> new Row());
    }
}
