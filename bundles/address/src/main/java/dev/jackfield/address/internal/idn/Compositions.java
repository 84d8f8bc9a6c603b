package dev.jackfield.address.internal.idn;

import java.util.Arrays;

/** Which two code points make one, canonically; Hangul is left to arithmetic (Unicode section 3.12). */
final class Compositions {
    static final int NONE = -1;

    private static final int BITS = 21;
    private static final int MASK = (1 << BITS) - 1;

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int SYLLABLES = 11172;
    private static final int FIRST_LEAD = 0x1100;
    private static final int LEADS = 19;
    private static final int FIRST_VOWEL = 0x1161;
    private static final int VOWELS = 21;
    private static final int BEFORE_TAILS = 0x11A7;
    private static final int TAILS = 28;

    /** First, second, composite. */
    private final long[] byPair;
    /** Composite, first, second. */
    private final long[] byComposite;

    Compositions(Table.Varints in) {
        byPair = new long[in.next()];
        byComposite = new long[byPair.length];
        int composite = 0;
        for (int i = 0; i < byPair.length; i++) {
            composite += in.next();
            int first = in.next();
            int second = in.next();
            byPair[i] = pack(first, second, composite);
            byComposite[i] = pack(composite, first, second);
        }
        Arrays.sort(byPair);
    }

    /** The composite of two; {@value #NONE} if they stay two. */
    int compose(int first, int second) {
        int lead = first - FIRST_LEAD;
        int vowel = second - FIRST_VOWEL;
        if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) {
            return FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS;
        }
        int syllable = first - FIRST_SYLLABLE;
        int tail = second - BEFORE_TAILS;
        if (isSyllable(syllable) && syllable % TAILS == 0 && tail > 0 && tail < TAILS) {
            return first + tail;
        }
        long found = atLeast(byPair, pack(first, second, 0));
        return found >> BITS == pack(0, first, second) ? (int) found & MASK : NONE;
    }

    /** Appends a code point in its smallest canonical parts. */
    void decompose(int point, CodePoints out) {
        int syllable = point - FIRST_SYLLABLE;
        if (isSyllable(syllable)) {
            out.append(FIRST_LEAD + syllable / (VOWELS * TAILS));
            out.append(FIRST_VOWEL + syllable / TAILS % VOWELS);
            if (syllable % TAILS > 0) {
                out.append(BEFORE_TAILS + syllable % TAILS);
            }
            return;
        }
        long found = atLeast(byComposite, pack(point, 0, 0));
        if (found >> 2 * BITS == point) {
            decompose((int) (found >> BITS) & MASK, out);
            decompose((int) found & MASK, out);
        } else {
            out.append(point);
        }
    }

    private static boolean isSyllable(int index) {
        return index >= 0 && index < SYLLABLES;
    }

    private static long atLeast(long[] sorted, long key) {
        int at = Arrays.binarySearch(sorted, key);
        int next = at >= 0 ? at : -at - 1;
        return next < sorted.length ? sorted[next] : NONE;
    }

    private static long pack(int high, int middle, int low) {
        return (long) high << 2 * BITS | (long) middle << BITS | low;
    }
}
