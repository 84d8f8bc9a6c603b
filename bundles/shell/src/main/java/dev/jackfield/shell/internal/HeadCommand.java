package dev.jackfield.shell.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code head URL}. */
@Command(name = "head", description = "Print the status line and the header fields of a URL.", sortOptions = false)
final class HeadCommand extends TransferCommand {
    @Parameters(paramLabel = "URL", description = "What to ask for; http:// may be left out.")
    String url;

    // Accepted so that the habit does no harm: the head is all there is.
    @Option(
            names = {"-i", "--include"},
            hidden = true)
    boolean include;

    HeadCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    String method() {
        return "HEAD";
    }

    @Override
    String url() {
        return url;
    }

    @Override
    boolean include() {
        return true;
    }

    @Override
    boolean takesData() {
        return false;
    }
}
