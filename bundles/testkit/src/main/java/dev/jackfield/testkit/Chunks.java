package dev.jackfield.testkit;

import java.util.Arrays;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a stream is cut into pieces: says, for each place in it, how many bytes go at once.
 *
 * <p>After a piece that was cut short, a {@link PipeWire} moves nothing once, so that the code under test has to wait
 * for the rest as it has to with a real network.
 *
 * <p><i>Immutable.</i>
 */
@FunctionalInterface
@ConsumerType
public interface Chunks {
    /**
     * The size of the next piece.
     *
     * @param position bytes of the stream that have already gone, from 0
     * @param most bytes that could go now, at least 1
     * @return 1 to {@code most}
     */
    int next(long position, int most);

    /**
     * All at once.
     *
     * @return no cuts
     */
    static Chunks whole() {
        return (position, most) -> most;
    }

    /**
     * At most so many bytes at a time.
     *
     * @param size of a piece, from 1
     * @return cuts after each {@code size} bytes, or before
     */
    static Chunks of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("Expected pieces of at least 1 byte, got " + size);
        }
        return (position, most) -> Math.min(size, most);
    }

    /**
     * Cuts at given places; whole after the last.
     *
     * @param boundaries bytes from the beginning of the stream, in any order
     * @return pieces that never cross one of them
     */
    static Chunks at(int... boundaries) {
        int[] sorted = Arrays.stream(boundaries).sorted().distinct().toArray();
        return (position, most) -> {
            int before = Arrays.binarySearch(sorted, (int) Math.min(position, Integer.MAX_VALUE));
            int after = before < 0 ? -before - 1 : before + 1;
            return after == sorted.length ? most : (int) Math.min(most, sorted[after] - position);
        };
    }
}
