package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Request;
import dev.jackfield.http.Retries;
import dev.jackfield.shell.internal.progress.Meter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code download URL}. */
@Command(
        name = "download",
        description = {
            "Fetch a URL into a file, and only the rest of it if a part is there already.",
            "",
            "Only the rest is asked for, if the server's copy was not modified since the file was. If it was, the file is"
                    + " deleted, to be fetched anew by --retry or next time. What came keeps the server's time, also when"
                    + " the rest does not come. Only kill -9 leaves it the time of its last write: what the server"
                    + " replaced before that goes unseen then.",
            ""
        },
        sortOptions = false)
final class DownloadCommand extends HttpCommand {
    @Parameters(paramLabel = "URL", description = "What to fetch; http:// may be left out.")
    String url;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to. Default: the last part of the path of the URL.")
    String output;

    @Option(names = "--no-resume", description = "Fetch all of it, even if a part is there.")
    boolean anew;

    @Option(
            names = {"-C", "--continue-at"},
            paramLabel = "-",
            description = "Taken for curl's sake: where to continue is told by the file, which is what - means.")
    String continueAt;

    @Option(
            names = "--retry",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description =
                    "Try again so often after what may be better later: no connection, a body cut short, 412, 500, 503."
                            + " After 1 s, 2 s, 4 s and so on, or what Retry-After says, up to 10 minutes. Default: 0.")
    int retries;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show on standard error how far it is, or do not. Default: on a terminal only.")
    Optional<Boolean> progress;

    DownloadCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    String url() {
        return url;
    }

    @Override
    Request request(String complete) {
        if (continueAt != null && !continueAt.equals("-")) {
            throw new IllegalArgumentException("-C: expected -, got \"" + continueAt + "\"");
        }
        if (continueAt != null && anew) {
            throw new IllegalArgumentException("-C and --no-resume: expected one of them, got both");
        }
        return Request.get(complete);
    }

    @Override
    int run(Panel panel, ClientOptions client, Route route, Request complete) throws IOException {
        Download download;
        try {
            download = Download.of(complete, file(complete.url()))
                    .withResume(!anew)
                    .withRetries(retries == 0 ? Retries.NONE : Retries.of(retries));
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
        Optional<Meter> meter = progress.orElseGet(Terminal::present)
                ? Optional.of(new Meter(streams.err(), System::nanoTime))
                : Optional.empty();
        Reporter reporter = reporter();
        Fetching fetching = new Fetching(panel, client, reporter, meter);
        DownloadOutcome outcome = fetching.run(download, Optional.ofNullable(request.maxTime), !shared());
        DownloadReport report = new DownloadReport(reporter, route);
        if (fetching.late()) {
            return report.late(outcome, request.maxTime);
        }
        boolean ended = outcome instanceof DownloadOutcome.Complete
                || !Thread.currentThread().isInterrupted();
        return ended ? report.ended(outcome) : report.interrupted();
    }

    private Path file(String complete) {
        return FileOption.path("-o", output != null ? output : FileName.of(complete));
    }
}
