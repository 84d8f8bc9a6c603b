package dev.jackfield.itest.parity;

/**
 * How many vectors ended how.
 *
 * @param uncovered for which there is no code yet
 * @param foreign about what we do not have
 */
record Tally(int passed, int failed, int contested, int uncovered, int foreign) {
    static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                failed + other.failed,
                contested + other.contested,
                uncovered + other.uncovered,
                foreign + other.foreign);
    }

    /** For the line of one file: what there is none of is left out, but for the failures. */
    @Override
    public String toString() {
        String open = uncovered + " not covered yet";
        if (passed + failed + contested == 0 && uncovered > 0) {
            return open;
        }
        return passed + " passed, " + failed + " failed"
                + (contested > 0 ? ", " + contested + " contested" : "")
                + (uncovered > 0 ? ", " + open : "")
                + (foreign > 0 ? ", " + foreign + " not applicable" : "");
    }
}
