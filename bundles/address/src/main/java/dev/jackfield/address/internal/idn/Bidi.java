package dev.jackfield.address.internal.idn;

/** Labels that mix directions, so that a name cannot be shown in another order than it has: RFC 5893 section 2. */
final class Bidi {
    private Bidi() {}

    /** Whether a name with this label has to keep the rule in all of its labels. */
    static boolean isBidi(CodePoints label, Table table) {
        for (int i = 0; i < label.length(); i++) {
            int direction = direction(label, i, table);
            if (direction == Traits.RIGHT || direction == Traits.ARABIC_NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** The rule; an empty label keeps it. */
    static boolean allows(CodePoints label, Table table) {
        if (label.length() == 0) {
            return true;
        }
        int first = direction(label, 0, table);
        if (first != Traits.LEFT && first != Traits.RIGHT) {
            return false;
        }
        boolean toTheRight = first == Traits.LEFT;
        boolean european = false;
        boolean arabic = false;
        int last = first;
        for (int i = 0; i < label.length(); i++) {
            int direction = direction(label, i, table);
            boolean fits = switch (direction) {
                case Traits.LEFT -> toTheRight;
                case Traits.RIGHT, Traits.ARABIC_NUMBER -> !toTheRight;
                case Traits.EUROPEAN_NUMBER, Traits.NEUTRAL, Traits.NONSPACING -> true;
                default -> false;
            };
            if (!fits) {
                return false;
            }
            european |= direction == Traits.EUROPEAN_NUMBER;
            arabic |= direction == Traits.ARABIC_NUMBER;
            if (direction != Traits.NONSPACING) {
                last = direction;
            }
        }
        return last != Traits.NEUTRAL && (toTheRight || !(european && arabic));
    }

    private static int direction(CodePoints label, int at, Table table) {
        return Traits.direction(table.traits(label.get(at)));
    }
}
