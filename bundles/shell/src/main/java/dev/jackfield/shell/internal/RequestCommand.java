package dev.jackfield.shell.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code request METHOD URL}. */
@Command(name = "request", description = "Send a request of any method and print the body.", sortOptions = false)
final class RequestCommand extends TransferCommand {
    @Parameters(index = "0", paramLabel = "METHOD", description = "For example POST; upper and lower case differ.")
    String method;

    @Parameters(index = "1", paramLabel = "URL", description = "Where to; http:// may be left out.")
    String url;

    @Option(
            names = {"-i", "--include"},
            description = "Write the status line and the header fields before the body.")
    boolean include;

    RequestCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
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
        return true;
    }
}
