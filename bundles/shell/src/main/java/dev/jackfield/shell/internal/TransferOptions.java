package dev.jackfield.shell.internal;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that get, head and request have in common; picocli fills the fields. */
final class TransferOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Write to FILE instead of standard output; - is standard output.")
    String output;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "HEADER",
            description =
                    "Send \"Name: value\". \"Name:\" leaves out a field that would be sent, \"Name;\" sends it empty.")
    List<String> headers = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA",
            description =
                    "Send DATA, or with @FILE the octets of a file, with @- of standard input. Pieces are joined by &."
                            + " Sent as application/x-www-form-urlencoded unless -H says otherwise. For the command request.")
    List<String> data = new ArrayList<>();

    @Option(
            names = {"-A", "--user-agent"},
            paramLabel = "NAME",
            description = "Send this User-Agent; an empty NAME sends none.")
    String userAgent;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show on standard error what is sent (>), received (<) and done (*).")
    boolean verbose;

    @Option(
            names = {"-m", "--max-time"},
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Give up when the whole takes longer, for example 2.5.")
    Duration maxTime;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "Give up when the server, or a proxy, lets nothing move for so long; a reader of the output may"
                            + " take its time. Default: 300.")
    Duration timeout;

    @Option(
            names = {"-f", "--fail"},
            description = "Write no body and exit with 22 if the status is 400 or more.")
    boolean fail;

    @Option(
            names = {"-s", "--silent"},
            description = "Say nothing about failures; the exit status still does.")
    boolean silent;

    ClientOptions applyTo(ClientOptions options) {
        // A redirect is what the server says, and shown as such.
        ClientOptions result = options.withRedirects(Redirects.NONE);
        if (userAgent != null) {
            result = result.withUserAgent(HeaderOption.value("-A", userAgent));
        }
        if (timeout != null) {
            result = result.withTimeout(timeout);
        }
        if (output.isEmpty()) {
            throw new IllegalArgumentException("-o: expected the name of a file, got none");
        }
        return result;
    }

    Request applyTo(Request request) {
        Request result = maxTime == null ? request : request.withDeadline(maxTime);
        for (String header : headers) {
            result = HeaderOption.parse(header).applyTo(result);
        }
        return result;
    }

    boolean mentions(String name) {
        return headers.stream().map(HeaderOption::parse).anyMatch(header -> header.names(name));
    }
}
