package dev.jackfield.http.internal.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in arrays, eight octets at a time, because every response is searched from end to end. */
final class Octets {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long CRS = ONES * '\r';
    private static final long LFS = ONES * '\n';

    private Octets() {}

    /** The first LF from {@code from} up to {@code to}, or {@code to}. */
    static int indexOfLf(byte[] octets, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long found = zeros((long) EIGHT.get(octets, i) ^ LFS);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && octets[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The first CR or NUL from {@code from} up to {@code to}, or {@code to}. */
    static int indexOfCrOrNul(byte[] octets, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) EIGHT.get(octets, i);
            long found = zeros(eight) | zeros(eight ^ CRS);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && octets[i] != '\r' && octets[i] != 0) {
            i++;
        }
        return i;
    }

    /** The top bit of each octet that is zero; what lies above the first one may be wrong. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & TOPS;
    }
}
