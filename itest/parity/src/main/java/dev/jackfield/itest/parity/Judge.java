package dev.jackfield.itest.parity;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries one vector, on a thread that can be given up: no input may keep the run from its end. */
final class Judge {
    /** More than any vector needs on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    Judge(Duration patience) {
        this.patience = patience;
    }

    /**
     * What came of it.
     *
     * @param passed whether it came out as the vector wants it
     * @param difference what was got and what was expected, for the reader of a failure
     * @param instead whether it came out as our objection to it wants it, if there is one
     */
    record Verdict(boolean passed, String difference, boolean instead) {
        Verdict(boolean passed, String difference) {
            this(passed, difference, false);
        }
    }

    Verdict of(Family family, Vector vector) throws InterruptedException {
        FutureTask<Verdict> task = new FutureTask<>(() -> compare(family, vector));
        Thread worker = new Thread(task, "vector " + vector.id());
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new Verdict(
                    false,
                    "got an error of the harness: "
                            + Json.printable(e.getCause().toString()));
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Verdict(false, "got nothing within " + patience.toMillis() + " ms");
        }
    }

    private static Verdict compare(Family family, Vector vector) {
        Expectation expectation = family.expectation(vector);
        try {
            JsonElement got = answer(family, vector);
            boolean instead = family.contested(vector)
                    .map(objection -> objection.instead().isMetBy(got))
                    .orElse(false);
            return new Verdict(expectation.isMetBy(got), expectation.difference(got), instead);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Verdict(
                    false, "got a crash: " + Json.printable(e.toString()) + "  expected " + expectation.text());
        }
    }

    private static JsonElement answer(Family family, Vector vector) throws Exception {
        try {
            return family.answer(vector);
        } catch (IllegalArgumentException e) {
            return Json.refusal(e);
        }
    }
}
