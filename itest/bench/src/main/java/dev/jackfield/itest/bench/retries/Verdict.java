package dev.jackfield.itest.bench.retries;

import dev.jackfield.itest.bench.clients.Outcome;
import java.util.Optional;
import java.util.Set;

/** In a word or two, what a client does with a request whose connection went away. */
final class Verdict {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private Verdict() {}

    /**
     * Judges.
     *
     * @param seen how often the server has got the request, from 1
     * @return empty if the request took a new connection, so that there is nothing to be judged
     */
    static Optional<String> of(String method, Outcome outcome, int seen) {
        return outcome.answered() && seen == 1 ? Optional.empty() : Optional.of(verdict(method, outcome, seen));
    }

    private static String verdict(String method, Outcome outcome, int seen) {
        String word = !outcome.answered() ? "error" : IDEMPOTENT.contains(method) ? "retried" : "RE-SENT";
        int expected = outcome.answered() ? 2 : 1;
        return seen == expected ? word : word + ", came " + seen + " times";
    }
}
