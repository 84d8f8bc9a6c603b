package dev.jackfield.itest.bench.idle;

import dev.jackfield.itest.bench.DirectMemory;
import java.lang.management.ManagementFactory;

/**
 * What this process holds on to.
 *
 * @param heap octets that are in use after everything that can go has gone
 * @param direct octets of direct buffers
 */
record Memory(long heap, long direct) {
    /** One collection finds what is unreachable; what its cleaners let go of, only the next ones do. */
    private static final int COLLECTIONS = 4;

    static Memory now() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), DirectMemory.used());
    }

    Memory since(Memory before) {
        return new Memory(heap - before.heap, direct - before.direct);
    }
}
