package dev.jackfield.shell.internal;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import java.io.PrintStream;

/** What is said beside the output: failures, and with {@code -v} how it goes. */
final class Reporter {
    private final PrintStream err;
    private final boolean verbose;
    private final boolean silent;

    Reporter(PrintStream err, RequestOptions options) {
        this.err = err;
        this.verbose = options.verbose;
        this.silent = options.silent;
    }

    boolean verbose() {
        return verbose;
    }

    void line(String line) {
        err.println(line);
    }

    /** Shows a head, if somebody wants to see it. */
    void received(ResponseHead head) {
        if (verbose) {
            line("< " + statusLine(head));
            received(head.headers());
            line("<");
        }
    }

    /** Shows fields, if somebody wants to see them. */
    void received(Headers headers) {
        if (verbose) {
            headers.forEach((name, value) -> line("< " + name + ": " + Octets.toText(value)));
        }
    }

    void report(HttpFailure failure) {
        report(text(failure));
    }

    void report(String message) {
        if (!silent) {
            line("jackfield: " + Terminal.oneLine(message));
        }
    }

    /** A failure as it is told: what went wrong, by code and phase. */
    static String text(HttpFailure failure) {
        return failure.code() + " " + failure.phase() + ": " + failure.getMessage();
    }

    static String statusLine(ResponseHead head) {
        return ("HTTP/1." + head.minor() + " " + head.status() + " " + head.reason()).stripTrailing();
    }
}
