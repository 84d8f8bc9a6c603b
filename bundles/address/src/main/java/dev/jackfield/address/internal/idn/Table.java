package dev.jackfield.address.internal.idn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What Unicode says of each code point, from one small resource that is read at the first name beyond ASCII. The JDK is
 * not asked: which Unicode it knows depends on its release, and a name shall mean the same host on all of them.
 *
 * <p>The resource is made by {@code TableGenerator} among the tests. It consists of variable-length numbers, seven bits
 * to an octet, the lowest first: the number of different traits, and those; the number of composites, and each with the
 * two it is composed of; the number of octets of what code points are mapped to, and those in UTF-8; the number of runs
 * of code points that are treated alike, and for each its length and treatment.
 */
final class Table {
    static final String RESOURCE = "uts46.bin";

    /** How a run is treated, in the resource: any greater number less {@link #VALID} counts the traits. */
    static final int DISALLOWED = 0;

    /** Each is the next text of the length in chars that follows; 0 for those that vanish. */
    static final int MAPPED = 1;

    /** Each is another that is as far away; the distance follows, times two, less one if it is negative. */
    static final int SHIFTED = 2;

    static final int VALID = 3;

    private static final int KIND = 3;

    private final int[] starts;
    /** In the lowest two bits the kind; above it the traits, a distance, or place and length of the first text. */
    private final int[] values;

    private final String targets;
    private final Compositions compositions;

    private static final class Lazy {
        static final Table TABLE = read();
    }

    private Table(Varints in) {
        int[] traits = in.array();
        compositions = new Compositions(in);
        targets = in.text();
        starts = new int[in.next()];
        values = new int[starts.length];
        int start = 0;
        int target = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            int points = in.next();
            start += points;
            int kind = in.next();
            if (kind == DISALLOWED) {
                values[i] = DISALLOWED;
            } else if (kind == MAPPED) {
                int length = in.next();
                values[i] = (target << 5 | length) << 2 | MAPPED;
                target += length * points;
            } else if (kind == SHIFTED) {
                int distance = in.next();
                values[i] = (distance >> 1 ^ -(distance & 1)) << 2 | SHIFTED;
            } else {
                values[i] = traits[kind - VALID] << 2 | VALID;
            }
        }
    }

    static Table get() {
        return Lazy.TABLE;
    }

    Compositions compositions() {
        return compositions;
    }

    /** Appends what a code point is mapped to, which may be itself or nothing; false if no name may have it. */
    boolean map(int point, CodePoints out) {
        int run = run(point);
        int value = values[run];
        switch (value & KIND) {
            case VALID -> out.append(point);
            case SHIFTED -> out.append(point + (value >> 2));
            case MAPPED -> {
                int length = value >> 2 & 31;
                int from = (value >>> 7) + (point - starts[run]) * length;
                out.append(targets, from, from + length);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isValid(int point) {
        return (values[run(point)] & KIND) == VALID;
    }

    /** Only of a valid code point. */
    int traits(int point) {
        return values[run(point)] >>> 2;
    }

    private int run(int point) {
        int at = Arrays.binarySearch(starts, point);
        return at >= 0 ? at : -at - 2;
    }

    private static Table read() {
        try (InputStream in = Table.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing beside " + Table.class);
            }
            return new Table(new Varints(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the resource. */
    static final class Varints {
        private final byte[] octets;
        private int at;

        Varints(byte[] octets) {
            this.octets = octets;
        }

        int next() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte octet = octets[at++];
                value |= (octet & 0x7F) << shift;
                if (octet >= 0) {
                    return value;
                }
            }
        }

        int[] array() {
            int[] numbers = new int[next()];
            Arrays.setAll(numbers, i -> next());
            return numbers;
        }

        String text() {
            int length = next();
            at += length;
            return new String(octets, at - length, length, UTF_8);
        }
    }
}
