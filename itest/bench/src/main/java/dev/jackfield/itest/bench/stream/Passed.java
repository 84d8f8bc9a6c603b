package dev.jackfield.itest.bench.stream;

import dev.jackfield.itest.bench.DirectMemory;
import dev.jackfield.itest.bench.Round;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/**
 * What it took a JVM to have so much pass through.
 *
 * @param round with the octets for requests
 * @param heap octets: the most that was in use at a time, what was garbage already included
 * @param direct octets of direct buffers at the end
 */
record Passed(Round round, long heap, long direct) {
    static Passed of(Round round) {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Passed(round, heap, DirectMemory.used());
    }

    /** One line, for another process to {@link #parse}. */
    String toText() {
        return heap + " " + direct + " " + round.toText();
    }

    static Passed parse(String text) {
        String[] parts = text.split(" ", 3);
        return new Passed(Round.parse(parts[2]), Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
