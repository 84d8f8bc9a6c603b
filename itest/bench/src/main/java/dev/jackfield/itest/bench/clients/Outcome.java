package dev.jackfield.itest.bench.clients;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What became of a call, as its caller sees it.
 *
 * @param status of the answer; 0 if there was none
 * @param trouble why there was none; empty if there was one
 */
public record Outcome(int status, String trouble) {
    public static Outcome answered(int status) {
        return new Outcome(status, "");
    }

    public static Outcome failed(String trouble) {
        return new Outcome(0, trouble);
    }

    static Outcome failed(Throwable thrown) {
        boolean wrapper = thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wrapper && thrown.getCause() != null ? failed(thrown.getCause()) : failed(thrown.toString());
    }

    public boolean answered() {
        return trouble.isEmpty();
    }
}
