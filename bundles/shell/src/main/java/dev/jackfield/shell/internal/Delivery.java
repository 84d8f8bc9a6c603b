package dev.jackfield.shell.internal;

import dev.jackfield.connector.Route;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.shell.internal.tap.Spans;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;

/** Puts a response where it was asked for. Each step returns the exit status if it is the last. */
final class Delivery {
    private static final OptionalInt GO_ON = OptionalInt.empty();

    private final TransferOptions options;
    private final Route route;
    private final boolean include;
    private final Output output;
    private final PrintStream err;

    Delivery(TransferOptions options, Route route, boolean include, Output output, PrintStream err) {
        this.options = options;
        this.route = route;
        this.include = include;
        this.output = output;
        this.err = err;
    }

    OptionalInt line(String line) {
        err.println(line);
        return GO_ON;
    }

    OptionalInt head(ResponseHead head) throws IOException {
        if (options.verbose) {
            err.println("< " + statusLine(head));
            verbose(head.headers());
            err.println("<");
        }
        boolean refused = options.fail && head.status() >= 400;
        if (include || !refused) {
            output.open();
        }
        if (include) {
            output.write(text(head).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (refused) {
            output.close();
            report("the server answered " + head.status() + " " + head.reason());
            return OptionalInt.of(ExitStatus.HTTP_ERROR);
        }
        return GO_ON;
    }

    OptionalInt part(byte[] part) throws IOException {
        output.write(part);
        return GO_ON;
    }

    OptionalInt completed(Response response) throws IOException {
        output.close();
        if (options.verbose) {
            verbose(response.trailers());
        }
        return OptionalInt.of(ExitStatus.OK);
    }

    OptionalInt failed(HttpFailure failure) throws IOException {
        output.close();
        report(failure);
        return OptionalInt.of(ExitStatus.of(failure, route));
    }

    /** Lets go of an output that was not completed. */
    void drop() {
        try {
            output.drop();
        } catch (IOException e) {
            System.getLogger("dev.jackfield.shell").log(System.Logger.Level.DEBUG, "Cannot close the output", e);
        }
    }

    void report(HttpFailure failure) {
        report(failure.code() + " " + failure.phase() + ": " + reason(failure));
    }

    void report(String message) {
        if (!options.silent) {
            err.println("jackfield: " + Terminal.oneLine(message));
        }
    }

    /** The client's own deadline is the only limit of its that can pass: here it is told as it was typed. */
    private String reason(HttpFailure failure) {
        return options.maxTime != null && failure.getCause() instanceof TimeoutException
                ? "Expected an end within " + Spans.text(options.maxTime) + ", got none"
                : failure.getMessage();
    }

    private void verbose(Headers headers) {
        headers.forEach((name, value) -> err.println("< " + name + ": " + Octets.toText(value)));
    }

    private static String text(ResponseHead head) {
        StringBuilder text = new StringBuilder(statusLine(head)).append("\r\n");
        head.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static String statusLine(ResponseHead head) {
        return ("HTTP/1." + head.minor() + " " + head.status() + " " + head.reason()).stripTrailing();
    }
}
