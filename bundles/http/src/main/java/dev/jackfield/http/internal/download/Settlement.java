package dev.jackfield.http.internal.download;

import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.StatusFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * How an attempt ended; makes an outcome of it. <i>Immutable.</i>
 *
 * @param verdict on the head, if one came
 * @param received octets of the body
 * @param excess whether there were more than Content-Range said
 * @param failure of the exchange
 * @param unwritten why the file could not be written, or its listener be told
 * @param ledger of the exchange
 */
record Settlement(
        Optional<Verdict> verdict,
        long received,
        boolean excess,
        Optional<HttpFailure> failure,
        Optional<IOException> unwritten,
        RequestLedger ledger) {

    /**
     * The outcome.
     *
     * @param octets in the file
     */
    DownloadOutcome outcome(long octets) {
        if (unwritten.isPresent()) {
            IOException why = unwritten.get();
            if (why instanceof ListenerFailure) {
                return new DownloadOutcome.Failed(octets, why, ledger);
            }
            return new DownloadOutcome.Retryable(
                    octets, new HttpFailure(Phase.SINK, "The file cannot be written: " + reason(why), why), ledger);
        }
        if (verdict.isEmpty()) {
            return new DownloadOutcome.Retryable(octets, failure.orElseThrow(), ledger);
        }
        // No record patterns before Java 21.
        Verdict given = verdict.get();
        if (given instanceof Verdict.Take take) {
            return taken(take, octets);
        }
        if (given instanceof Verdict.Complete complete) {
            return new DownloadOutcome.Complete("was complete already", octets, complete.head(), ledger);
        }
        if (given instanceof Verdict.Outdated outdated) {
            return later(outdated.reason(), octets, outdated.head());
        }
        if (given instanceof Verdict.Later later) {
            return later(later.reason(), octets, later.head());
        }
        Verdict.Never never = (Verdict.Never) given;
        return new DownloadOutcome.Failed(octets, new StatusFailure(never.reason(), never.head()), ledger);
    }

    private DownloadOutcome taken(Verdict.Take take, long octets) {
        if (excess) {
            return new DownloadOutcome.Failed(
                    octets,
                    new StatusFailure(
                            "Expected octets up to " + take.end() + ", as Content-Range says, got more", take.head()),
                    ledger);
        }
        if (failure.isPresent()) {
            return new DownloadOutcome.Retryable(octets, failure.get(), ledger);
        }
        long reached = take.from() + received;
        long expected = Math.max(take.end(), take.total());
        if (reached < expected) {
            return later("Expected octets up to " + expected + ", got them up to " + reached, octets, take.head());
        }
        if (octets != reached) {
            return later(
                    "Expected a file of " + reached + " octets after writing it, got one of " + octets,
                    octets,
                    take.head());
        }
        String how = take.from() > 0 ? "continued from octet " + take.from() + " on" : "downloaded";
        return new DownloadOutcome.Complete(how, octets, take.head(), ledger);
    }

    private DownloadOutcome later(String reason, long octets, ResponseHead head) {
        return new DownloadOutcome.Retryable(octets, new StatusFailure(reason, head), ledger);
    }

    private static String reason(IOException why) {
        boolean nameAlone = why instanceof FileSystemException file && file.getReason() == null;
        return why.getMessage() == null || nameAlone ? why.toString() : why.getMessage();
    }
}
