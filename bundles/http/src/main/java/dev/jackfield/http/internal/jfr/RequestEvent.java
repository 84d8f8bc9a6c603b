package dev.jackfield.http.internal.jfr;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.RequestLedger.Pooled;
import dev.jackfield.http.RequestLedger.Step;
import dev.jackfield.http.RequestLedger.Times;
import dev.jackfield.http.internal.url.Shown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code dev.jackfield.Request}: one for each request, when it has ended. */
final class RequestEvent {
    private static final Recorder EVENTS = new Recorder(
            "Request",
            "HTTP request",
            "A request that has ended, redirects and retries included",
            new Recorder.Fields()
                    .text("method", "What was asked first")
                    .text("url", "Whom, without query and user information")
                    .number("status", "Of the response; 0 if there was none")
                    .number("code", "Of the failure, 595 to 599; 0 if there was none")
                    .text("phase", "In which it failed")
                    .text("outcome", "The status line, or what went wrong")
                    .text("route", "Of the last step, without passwords")
                    .flag("reused", "Whether the last connection was there before")
                    .number("steps", "How many times something was sent, or should have been")
                    .time("begin", "When it was given to the client")
                    .span("connecting", "When the last connecting began, after that; absent if it did not")
                    .span("sending", "When the last sending began, after that; absent if it did not")
                    .span("head", "When the last head was complete, after that; absent if it was not")
                    .span("took", "All of it"));

    private RequestEvent() {}

    static void responded(RequestLedger ledger, int status) {
        if (EVENTS.on()) {
            tell(ledger, status, 0, "", "");
        }
    }

    static void failed(HttpFailure failure) {
        if (EVENTS.on()) {
            tell(failure.ledger(), 0, failure.code(), failure.phase().name(), "");
        }
    }

    static void cancelled(RequestLedger ledger) {
        if (EVENTS.on()) {
            tell(ledger, 0, 0, "", "cancelled");
        }
    }

    private static void tell(RequestLedger ledger, int status, int code, String phase, String outcome) {
        List<Step> steps = ledger.steps();
        if (steps.isEmpty()) {
            return;
        }
        Step first = steps.get(0);
        Step last = steps.get(steps.size() - 1);
        Times times = last.times();
        EVENTS.tell(
                first.method(),
                Shown.withoutQueries(first.url()),
                (long) status,
                (long) code,
                phase,
                Shown.withoutQueries(outcome.isEmpty() ? last.outcome() : outcome),
                last.route(),
                last.pooling().map(Pooled::reused).orElse(false),
                (long) steps.size(),
                ledger.begin().toEpochMilli(),
                Recorder.span(times.connecting()),
                Recorder.span(times.sending()),
                Recorder.span(times.head()),
                // Of a call that is cancelled right now the end is not noted yet.
                times.end() < 0 ? ledger.begin().until(Instant.now(), ChronoUnit.NANOS) : times.end());
    }
}
