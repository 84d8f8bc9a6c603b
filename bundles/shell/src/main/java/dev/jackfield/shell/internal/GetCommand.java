package dev.jackfield.shell.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code get URL}. */
@Command(name = "get", description = "Print the body of a URL, and nothing else.", sortOptions = false)
final class GetCommand extends TransferCommand {
    @Parameters(paramLabel = "URL", description = "What to get; http:// may be left out.")
    String url;

    @Option(
            names = {"-X", "--request"},
            paramLabel = "METHOD",
            defaultValue = "GET",
            description = "Use another method than GET.")
    String method;

    @Option(
            names = {"-i", "--include"},
            description = "Write the status line and the header fields before the body.")
    boolean include;

    GetCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    String method() {
        return method;
    }

    @Override
    String url() {
        return url;
    }

    @Override
    boolean include() {
        return include;
    }

    @Override
    boolean takesData() {
        return false;
    }
}
