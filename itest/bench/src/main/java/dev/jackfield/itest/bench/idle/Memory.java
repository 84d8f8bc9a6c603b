package dev.jackfield.itest.bench.idle;

import java.lang.management.BufferPoolMXBean;
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
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), direct);
    }

    Memory since(Memory before) {
        return new Memory(heap - before.heap, direct - before.direct);
    }
}
