package dev.jackfield.shell.internal;

import dev.jackfield.connector.Route;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.StreamedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Puts a response where it was asked for. Each step returns the exit status if it is the last. */
final class Delivery {
    private static final OptionalInt GO_ON = OptionalInt.empty();

    private final TransferOptions options;
    private final RedirectOptions redirects;
    private final Route route;
    private final boolean include;
    private final Output output;
    private final Reporter reporter;
    private boolean lost;

    Delivery(
            TransferOptions options,
            RedirectOptions redirects,
            Route route,
            boolean include,
            Output output,
            Reporter reporter) {
        this.options = options;
        this.redirects = redirects;
        this.route = route;
        this.include = include;
        this.output = output;
        this.reporter = reporter;
    }

    OptionalInt line(String line) {
        reporter.line(line);
        return GO_ON;
    }

    OptionalInt begun(StreamedResponse response) throws IOException {
        for (Response followed : response.redirects()) {
            reporter.received(followed.head());
        }
        ResponseHead head = response.head();
        reporter.received(head);
        lost = redirects.tooMany(head.status(), response.redirects().size());
        boolean refused = options.fail && head.status() >= 400;
        if (include || !refused) {
            output.open();
        }
        if (include) {
            for (Response followed : response.redirects()) {
                output.write(text(followed.head()));
            }
            output.write(text(head));
        }
        if (refused) {
            output.close();
            reporter.report("the server answered " + head.status() + " " + head.reason());
            return OptionalInt.of(ExitStatus.HTTP_ERROR);
        }
        return GO_ON;
    }

    OptionalInt part(byte[] part) throws IOException {
        output.write(part);
        return GO_ON;
    }

    OptionalInt completed(Headers trailers) throws IOException {
        output.close();
        reporter.received(trailers);
        if (lost) {
            reporter.report("Expected an end of redirects after " + redirects.limit() + ", got one more");
            return OptionalInt.of(ExitStatus.REDIRECTS);
        }
        return OptionalInt.of(ExitStatus.OK);
    }

    OptionalInt failed(HttpFailure failure) throws IOException {
        output.close();
        reporter.report(failure);
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

    private static byte[] text(ResponseHead head) {
        StringBuilder text = new StringBuilder(Reporter.statusLine(head)).append("\r\n");
        head.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
