package dev.jackfield.shell.internal;

import dev.jackfield.connector.Route;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.StatusFailure;
import dev.jackfield.shell.internal.progress.Sizes;
import dev.jackfield.shell.internal.tap.Spans;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;

/** Tells what has become of a download, and gives the exit status. */
final class DownloadReport {
    private final Reporter reporter;
    private final Route route;

    DownloadReport(Reporter reporter, Route route) {
        this.reporter = reporter;
        this.route = route;
    }

    /** It ended by itself. */
    int ended(DownloadOutcome outcome) {
        if (outcome instanceof DownloadOutcome.Complete complete) {
            if (reporter.verbose()) {
                reporter.received(complete.head());
                reporter.line("* " + complete.reason() + ", " + complete.octets() + " octets");
            }
            return ExitStatus.OK;
        }
        if (outcome instanceof DownloadOutcome.Retryable retryable) {
            return failed(retryable.cause(), ExitStatus.PARTIAL, " (may be better later)");
        }
        return failed(((DownloadOutcome.Failed) outcome).cause(), ExitStatus.RANGE, "");
    }

    /** It was ended. */
    int interrupted() {
        reporter.report("interrupted");
        return ExitStatus.INTERRUPTED;
    }

    /** It was ended because time was up. */
    int late(DownloadOutcome outcome, Duration limit) {
        if (outcome instanceof DownloadOutcome.Complete) {
            return ended(outcome);
        }
        reporter.report(
                "Expected an end within " + Spans.text(limit) + ", got " + Sizes.text(outcome.octets()) + " so far");
        return ExitStatus.TIMEOUT;
    }

    static String reason(IOException cause) {
        if (cause instanceof HttpFailure failure) {
            return Reporter.text(failure);
        }
        if (cause instanceof StatusFailure failure) {
            boolean moved = failure.head().status() / 100 == 3;
            return cause.getMessage() + (moved ? "; -L follows it" : "");
        }
        return cause instanceof FileSystemException file && file.getReason() == null
                ? file.getFile() + ": " + Output.reason(cause)
                : String.valueOf(cause.getMessage());
    }

    private int failed(IOException cause, int wrongPart, String hint) {
        if (cause instanceof StatusFailure failure) {
            reporter.received(failure.head());
        }
        reporter.report(reason(cause) + hint);
        if (cause instanceof HttpFailure failure) {
            return ExitStatus.of(failure, route);
        }
        if (!(cause instanceof StatusFailure failure)) {
            return ExitStatus.LOCAL_OUTPUT;
        }
        return switch (failure.head().status()) {
            case 206, 416 -> wrongPart;
            default -> failure.head().status() < 400 ? ExitStatus.OTHER : ExitStatus.HTTP_ERROR;
        };
    }
}
