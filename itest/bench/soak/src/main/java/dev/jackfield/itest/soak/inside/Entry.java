package dev.jackfield.itest.soak.inside;

import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.itest.soak.door.Ledger;
import java.util.concurrent.atomic.AtomicLong;

/** Enters into the ledger how a request ended. The origin answers with the id, so nobody can get the answer of another. */
final class Entry implements Completion {
    /** What the client says of itself when it is closed. */
    private static final int REQUEST = 599;

    private final Ledger ledger;
    private final long id;
    private final AtomicLong underWay;

    Entry(Ledger ledger, long id, AtomicLong underWay) {
        this.ledger = ledger;
        this.id = id;
        this.underWay = underWay;
    }

    @Override
    public void completed(Response response) {
        underWay.decrementAndGet();
        if (response.status() == 200 && response.text().equals(Long.toString(id))) {
            ledger.completed(id);
        } else {
            ledger.failed(
                    id,
                    response.status(),
                    "Expected 200 and " + id + ", got " + response.status() + " and " + response.text());
        }
    }

    @Override
    public void failed(HttpFailure failure) {
        underWay.decrementAndGet();
        ledger.failed(id, failure.code(), failure.phase() + ": " + failure.getMessage());
    }

    /** It was not taken at all. */
    void refused(IllegalStateException closed) {
        underWay.decrementAndGet();
        ledger.failed(id, REQUEST, closed.getMessage());
    }
}
