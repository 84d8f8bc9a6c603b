package dev.jackfield.connector.tls.internal.engine;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Buffers to borrow, so that a wire has one only while something is in it. Each thread has its own, and as a wire belongs
 * to one loop, a buffer comes back to where it came from.
 *
 * <p><i>Thread-safe.</i>
 */
final class Buffers {
    /** How large they are: room for several records at once. */
    static final int SIZE = 128 * 1024;

    /** How many a thread keeps: as many as a chain of a few layers has need of at once. */
    static final int MOST_KEPT = 8;

    // What is kept are classes of the JDK only, so that a bundle can go though threads stay.
    private static final ThreadLocal<ArrayDeque<ByteBuffer>> KEPT = ThreadLocal.withInitial(ArrayDeque::new);

    private Buffers() {}

    /** An empty one, to be filled. */
    static ByteBuffer borrow() {
        ByteBuffer kept = KEPT.get().pollLast();
        return kept == null ? ByteBuffer.allocate(SIZE) : kept.clear();
    }

    /** Gives one back, that nobody uses any more. */
    static void giveBack(ByteBuffer buffer) {
        ArrayDeque<ByteBuffer> kept = KEPT.get();
        if (kept.size() < MOST_KEPT) {
            kept.addLast(buffer);
        }
    }
}
