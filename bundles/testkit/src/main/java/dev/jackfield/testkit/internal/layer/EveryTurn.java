package dev.jackfield.testkit.internal.layer;

/** Handshakes that are cancelled after each task on the loop, and after each bit of blocking work. */
public final class EveryTurn {
    private EveryTurn() {}

    /** Cancels everywhere. */
    public static void cancels(Subject subject) throws Exception {
        int turns = begin(subject, Integer.MAX_VALUE).turns;
        for (int turn : Places.CANCEL.upTo(turns)) {
            Trial trial = begin(subject, turn).trial;
            boolean over = trial.outcome.isDone();
            trial.cancel();
            if (over) {
                trial.loop.settle();
                trial.carries(1);
                trial.close();
            } else {
                trial.assertNoWire("after " + turn + " of " + turns + " turns");
            }
        }
    }

    private record Begun(Trial trial, int turns) {}

    private static Begun begin(Subject subject, int most) {
        Trial trial = Trial.of(subject).call().called();
        int turns = 0;
        while (turns < most && (trial.loop.step() || trial.loop.runBlocking() > 0)) {
            turns++;
        }
        return new Begun(trial, turns);
    }
}
