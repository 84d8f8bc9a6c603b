package dev.jackfield.itest.bench;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** Memory of this process that is outside of the heap. */
public final class DirectMemory {
    private DirectMemory() {}

    /** Octets of direct buffers that have not been let go of. */
    public static long used() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
