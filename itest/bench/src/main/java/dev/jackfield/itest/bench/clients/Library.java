package dev.jackfield.itest.bench.clients;

import java.util.ArrayList;
import java.util.List;

/** A client that lives in this JVM. */
abstract class Library implements Client {

    /** Sends one request, waits, and gives the status of the answer. */
    abstract int status(Call call) throws Exception;

    @Override
    public final List<Outcome> send(List<Call> calls) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Call call : calls) {
            outcomes.add(outcome(call));
        }
        return outcomes;
    }

    private Outcome outcome(Call call) throws InterruptedException {
        try {
            return Outcome.answered(status(call));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return Outcome.failed(e);
        }
    }
}
