package dev.jackfield.address.internal.idn;

import java.util.Arrays;

/**
 * Normalization Form C (UAX #15) of code points that are valid in a label. Not {@link java.text.Normalizer}: that of
 * JDK 17 knows nothing newer than Unicode 13, so it would compose newer scripts otherwise than that of JDK 25.
 */
final class Nfc {
    private final Table table;

    Nfc(Table table) {
        this.table = table;
    }

    /** The same object if it is in the form at first sight. */
    CodePoints of(CodePoints text) {
        if (isInert(text)) {
            return text;
        }
        CodePoints parts = new CodePoints(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            table.compositions().decompose(text.get(i), parts);
        }
        order(parts);
        compose(parts);
        return parts;
    }

    private boolean isInert(CodePoints text) {
        for (int i = 0; i < text.length(); i++) {
            int point = text.get(i);
            if (point > 0x7F && !Traits.isInert(table.traits(point))) {
                return false;
            }
        }
        return true;
    }

    /** Sorts marks in a row by their class; those of one class stay as they are. */
    private void order(CodePoints text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && combiningClass(text.get(i)) != 0) {
                continue;
            }
            if (i - from > 1) {
                order(text, from, i);
            }
            from = i + 1;
        }
    }

    private void order(CodePoints text, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) combiningClass(text.get(i)) << 42 | (long) i << 21 | text.get(i);
        }
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
            text.set(i, (int) keys[i - from] & 0x1FFFFF);
        }
    }

    /** In place: what has been composed is never longer. */
    private void compose(CodePoints text) {
        int starter = -1;
        int before = 0;
        int to = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = text.get(i);
            int weight = combiningClass(point);
            boolean adjacent = starter == to - 1;
            if (starter >= 0 && (adjacent || before < weight)) {
                int composite = table.compositions().compose(text.get(starter), point);
                if (composite != Compositions.NONE) {
                    text.set(starter, composite);
                    continue;
                }
            }
            if (weight == 0) {
                starter = to;
            }
            before = weight;
            text.set(to++, point);
        }
        text.truncate(to);
    }

    private int combiningClass(int point) {
        return Traits.combiningClass(table.traits(point));
    }
}
