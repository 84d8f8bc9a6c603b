package dev.jackfield.shell.internal;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Part;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is sent; picocli fills the fields. */
final class BodyOptions {
    private final List<DataOption> data = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA",
            description =
                    "Send DATA, or with @FILE the octets of a file, as they are, with @- of standard input. Pieces are"
                            + " joined by &. Sent as application/x-www-form-urlencoded unless -H says otherwise.")
    void data(List<String> typed) {
        add(false, typed);
    }

    @Option(
            names = "--data-urlencode",
            paramLabel = "DATA",
            description = "The same, percent-encoded: text, =text, name=text, @FILE or name@FILE.")
    void encodedData(List<String> typed) {
        add(true, typed);
    }

    @Option(
            names = {"-F", "--form"},
            paramLabel = "FIELD",
            description =
                    "Send a field of multipart/form-data: name=text, name=@FILE to upload a file, name=<FILE for the text"
                            + " in it; maybe with ;type=TYPE and ;filename=NAME.")
    List<String> fields = new ArrayList<>();

    @Option(
            names = {"-T", "--upload-file"},
            paramLabel = "FILE",
            description =
                    "Send a file as it is read, so it may be of any size; - is standard input, sent in chunks. The URL is"
                            + " as it was typed, unlike curl's.")
    String upload;

    @Option(
            names = "--expect100-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "With -H 'Expect: 100-continue', which is never sent otherwise: how long to wait for the server's word"
                            + " before the body goes out. Default: 1.")
    Duration proceed;

    /** Each time the option is met, picocli hands over all of it there was so far; pieces of both kinds keep their order. */
    private void add(boolean encode, List<String> typed) {
        long known = data.stream().filter(piece -> piece.encode() == encode).count();
        typed.stream().skip(known).forEach(piece -> data.add(new DataOption(encode, piece)));
    }

    boolean given() {
        return !data.isEmpty() || !fields.isEmpty() || upload != null;
    }

    /** The option that stands for a body, for complaints. */
    String option() {
        return !data.isEmpty() ? "-d" : !fields.isEmpty() ? "-F" : "-T";
    }

    ClientOptions applyTo(ClientOptions options) {
        return proceed == null
                ? options
                : options.withTimeouts(options.timeouts().withProceed(proceed));
    }

    /**
     * Adds the body.
     *
     * @param typed whether the request has a Content-Type, or shall have none
     * @throws IOException if a file cannot be read
     */
    Request applyTo(Request request, boolean typed, InputStream in) throws IOException {
        if (Stream.of(!data.isEmpty(), !fields.isEmpty(), upload != null)
                        .filter(way -> way)
                        .count()
                > 1) {
            throw new IllegalArgumentException("-d, -F and -T: expected one of them, got several");
        }
        if (!given()) {
            return request;
        }
        RequestBody body = body(in);
        return request.withBody(typed ? body.typed("") : body);
    }

    private RequestBody body(InputStream in) throws IOException {
        if (upload != null) {
            return upload.equals("-") ? standardInput(in) : RequestBody.of(FormOption.readable(upload));
        }
        if (!data.isEmpty()) {
            return RequestBody.of(DataOption.read(data, in)).typed("application/x-www-form-urlencoded");
        }
        List<Part> parts = new ArrayList<>();
        for (String field : fields) {
            parts.add(FormOption.read(field, in));
        }
        return RequestBody.multipart(parts.toArray(Part[]::new));
    }

    /** It is not for us to close, and what was read from it cannot be read again. */
    private static RequestBody standardInput(InputStream in) {
        return RequestBody.of(() -> new FilterInputStream(in) {
                    @Override
                    public void close() {
                        // See above.
                    }
                })
                .repeatable(false);
    }
}
