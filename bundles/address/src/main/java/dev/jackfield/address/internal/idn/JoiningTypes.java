package dev.jackfield.address.internal.idn;

/** Where the two invisible joiners may stand: RFC 5892 appendices A.1 and A.2. */
final class JoiningTypes {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int VIRAMA = 9;

    private JoiningTypes() {}

    /** Whether each joiner comes after a virama, or is a non-joiner between letters that would be joined without it. */
    static boolean allow(CodePoints label, Table table) {
        for (int i = 0; i < label.length(); i++) {
            int point = label.get(i);
            if (point != NON_JOINER && point != JOINER) {
                continue;
            }
            boolean afterVirama = i > 0 && Traits.combiningClass(table.traits(label.get(i - 1))) == VIRAMA;
            if (!afterVirama && (point == JOINER || !breaksAJoin(label, i, table))) {
                return false;
            }
        }
        return true;
    }

    private static boolean breaksAJoin(CodePoints label, int at, Table table) {
        int before = nextVisible(label, at, -1, table);
        int after = nextVisible(label, at, 1, table);
        return (before == Traits.LEFT_JOINING || before == Traits.DUAL_JOINING)
                && (after == Traits.RIGHT_JOINING || after == Traits.DUAL_JOINING);
    }

    private static int nextVisible(CodePoints label, int from, int step, Table table) {
        for (int i = from + step; i >= 0 && i < label.length(); i += step) {
            int joining = Traits.joining(table.traits(label.get(i)));
            if (joining != Traits.TRANSPARENT) {
                return joining;
            }
        }
        return Traits.NON_JOINING;
    }
}
