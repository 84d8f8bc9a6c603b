package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Timeouts;
import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What is said of what takes too long. */
final class Late {
    private Late() {}

    static HttpFailure failure(Phase phase, String message) {
        return new HttpFailure(phase, message, new TimeoutException(message));
    }

    /** Of a journey. */
    static String deadline(Duration limit) {
        return "Expected an end within the deadline of " + Spans.show(limit) + ", got none";
    }

    /** Of a server. */
    static String silent(Timeouts limits) {
        return "Expected some activity within " + Spans.show(limits.inactivity()) + ", got none";
    }

    /** Of a sink that takes nothing. */
    static HttpFailure stuck(Timeouts limits) {
        return failure(
                Phase.SINK, "Expected the sink to get on within " + Spans.show(limits.inactivity()) + ", got nothing");
    }
}
