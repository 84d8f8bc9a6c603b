package dev.jackfield.itest.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What Jazzer calls: {@code fuzzerInitialize} once with the name of a target, then {@code fuzzerTestOneInput} for ever. */
public final class Fuzzer {
    /** A refusal has a stack trace. */
    private static final long FIXED = 1 << 18;

    /** Jazzer notes down comparisons: several times of what the parser itself allocates. */
    private static final long NOTES = 3 << 18;

    /** How often an input is tried before it is blamed: classes and tables are loaded, and notes grow, once. */
    private static final int TRIES = 3;

    /** Generous, but it grows with the length alone: what a message merely announces must not be allocated. */
    private static final long PER_OCTET = 512;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Parser chosen = input -> {};

    private Fuzzer() {}

    public static void fuzzerInitialize(String[] arguments) {
        chosen = Targets.named(arguments[0]).parser();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        feed(chosen, input, NOTES);
    }

    /** Without Jazzer. */
    static void feed(Parser parser, byte[] input) {
        feed(parser, input, 0);
    }

    private static void feed(Parser parser, byte[] input, long extra) {
        long most = FIXED + extra + PER_OCTET * input.length;
        long bytes = allocatedBy(parser, input);
        for (int i = 1; i < TRIES && bytes > most; i++) {
            bytes = allocatedBy(parser, input);
        }
        long least = bytes;
        Promise.holds(least <= most, () -> input.length + " octets made the parser allocate " + least + " bytes");
    }

    private static long allocatedBy(Parser parser, byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        parser.feed(input);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
