package dev.jackfield.address.internal.idn;

/** What is to be known of a code point that a label may have, in 16 bits. */
final class Traits {
    static final int NON_JOINING = 0;
    static final int DUAL_JOINING = 1;
    static final int LEFT_JOINING = 2;
    static final int RIGHT_JOINING = 3;
    static final int TRANSPARENT = 4;

    /** Bidi classes as far as RFC 5893 section 2 tells them apart: R and AL are one, so are ES, CS, ET, ON and BN. */
    static final int LEFT = 0;

    static final int RIGHT = 1;
    static final int ARABIC_NUMBER = 2;
    static final int EUROPEAN_NUMBER = 3;
    static final int NEUTRAL = 4;
    static final int NONSPACING = 5;
    static final int NOWHERE = 6;

    private static final int MARK = 1 << 14;
    private static final int COMPOSABLE = 1 << 15;

    private Traits() {}

    static int of(int combiningClass, int joining, int direction, boolean mark, boolean composable) {
        return combiningClass | joining << 8 | direction << 11 | (mark ? MARK : 0) | (composable ? COMPOSABLE : 0);
    }

    static int combiningClass(int traits) {
        return traits & 0xFF;
    }

    static int joining(int traits) {
        return traits >> 8 & 7;
    }

    static int direction(int traits) {
        return traits >> 11 & 7;
    }

    /** Of the general category Mark. */
    static boolean isMark(int traits) {
        return (traits & MARK) != 0;
    }

    /** Whether normalization leaves it alone whatever is before it. */
    static boolean isInert(int traits) {
        return (traits & (COMPOSABLE | 0xFF)) == 0;
    }
}
