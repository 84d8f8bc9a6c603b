package dev.jackfield.shell.internal;

import dev.jackfield.http.Request;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What get, head and request have in common about the response; picocli fills the fields. */
final class TransferOptions {
    private static final Pattern RANGES = Pattern.compile("[0-9]*-?[0-9]*(,[0-9]*-?[0-9]*)*");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Write to FILE instead of standard output; - is standard output.")
    String output;

    @Option(
            names = {"-f", "--fail"},
            description = "Write no body and exit with 22 if the status is 400 or more.")
    boolean fail;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "RANGE",
            description =
                    "Ask for a part only: 0-99, 100- or -100. What the server makes of it is written as it comes.")
    String range;

    @Option(names = "--compressed", description = "Ask for gzip and deflate, and write what they decode to.")
    boolean compressed;

    void check() {
        if (output.isEmpty()) {
            throw new IllegalArgumentException("-o: expected the name of a file, got none");
        }
    }

    Request applyTo(Request request) {
        Request result = compressed ? request.withDecoding(true) : request;
        if (range == null) {
            return result;
        }
        if (!RANGES.matcher(range).matches() || range.chars().noneMatch(Character::isDigit)) {
            throw new IllegalArgumentException(
                    "-r: expected a range such as 0-99, 100- or -100, got \"" + range + "\"");
        }
        // As in curl, a number alone is where to begin.
        return result.withHeader("Range", "bytes=" + (range.indexOf('-') < 0 ? range + "-" : range));
    }
}
