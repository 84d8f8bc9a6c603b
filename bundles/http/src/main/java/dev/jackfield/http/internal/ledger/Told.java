package dev.jackfield.http.internal.ledger;

import dev.jackfield.http.RequestLedger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A ledger that is complete. <i>Immutable.</i> */
public record Told(Instant begin, List<Step> steps) implements RequestLedger {
    /** Copies the list. */
    public Told {
        Objects.requireNonNull(begin, "begin");
        steps = List.copyOf(steps);
    }
}
