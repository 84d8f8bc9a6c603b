package dev.jackfield.itest.soak;

import dev.jackfield.itest.soak.count.Latencies;
import dev.jackfield.itest.soak.count.Latencies.When;
import dev.jackfield.itest.soak.count.Verdict;
import dev.jackfield.itest.soak.quiet.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of it. */
record Outcome(
        Plan plan,
        Verdict verdict,
        Tally tally,
        Map<String, Integer> asked,
        Latencies latencies,
        List<Held> held,
        long cookies,
        long loadedNanos) {
    /** A machine that is busy with other things for a moment is no reason to fail. */
    private static final double NEARLY = 0.9;

    long leaked() {
        return held.stream().mapToLong(Held::leaked).sum();
    }

    /** Requests per second, while any were sent. */
    double rate() {
        return verdict.requests() * 1e9 / Math.max(1, loadedNanos);
    }

    /** The line at the end. */
    String line() {
        return "requests=" + verdict.requests() + " swaps=" + tally.made() + " lost=" + verdict.lost() + " doubled="
                + verdict.doubled() + " leaked=" + leaked() + " longest_pause_us="
                + Math.max(latencies.longest(When.DURING), latencies.longest(When.SLOWED));
    }

    /** What is not as it was asked for; empty if all is well. */
    List<String> complaints(boolean anyRate) {
        List<String> complaints = new ArrayList<>(verdict.reasons());
        complaints.addAll(tally.failures());
        asked.forEach((kind, times) -> {
            if (tally.made(kind) < times) {
                complaints.add("Expected " + times + " swaps of " + kind + ", got " + tally.made(kind));
            }
        });
        if (!anyRate && rate() < plan.rate() * NEARLY) {
            complaints.add("Expected " + plan.rate() + " requests per second, got " + Math.round(rate()));
        }
        held.stream()
                .filter(each -> each.leaked() > 0)
                .forEach(each -> complaints.add("leaked " + each.leaked() + " " + each.name() + " " + each.came()));
        return complaints;
    }

    /** Everything in numbers. */
    String tables() {
        StringBuilder tables = new StringBuilder(tally.table())
                .append('\n')
                .append(latencies.table())
                .append('\n');
        tables.append(String.format("%-16s%10s%9s%12s%n", "held", "at first", "at last", "tolerance"));
        held.forEach(each -> tables.append(
                String.format("%-16s%10d%9d%12d%n", each.name(), each.before(), each.after(), each.tolerance())));
        tables.append(String.format(
                "%n%.0f requests per second, %d with a cookie, %d ended by a restart (599)%n",
                rate(), cookies, verdict.excused()));
        return tables.toString();
    }
}
