package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.http.BodySink;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.explain.CountingSink;
import dev.jackfield.shell.internal.explain.Explanation;
import dev.jackfield.shell.internal.tap.TappedPanel;
import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain URL}. */
@Command(
        name = "explain",
        description = {
            "Send a request as get does, and print what was done to get an answer.",
            "For each step: the way and what is plugged in on it, whether the connection was new, what the name led to,"
                    + " which addresses were tried, the hops, TLS, and when what happened, in milliseconds after the request"
                    + " was asked for (after connecting began, for addresses and hops). The body is counted and, without"
                    + " -o, thrown away."
        },
        sortOptions = false)
final class ExplainCommand extends HttpCommand {
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
            description = "Print the header fields of the answer, too.")
    boolean include;

    @Mixin
    TransferOptions options;

    ExplainCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    @Override
    String url() {
        return url;
    }

    @Override
    Request request(String complete) {
        options.check();
        return options.applyTo(Request.of(method, complete));
    }

    @Override
    int run(Panel panel, ClientOptions client, Route route, Request complete) {
        Reporter reporter = reporter();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        Panel tapped = reporter.verbose() ? new TappedPanel(panel, seen::add) : panel;
        CountingSink sink = sink();
        Request limited = request.maxTime == null ? complete : complete.withDeadline(request.maxTime);
        try (Loops loops = Loops.create(1);
                HttpClient own = HttpClient.create(client, loops, tapped)) {
            Response response = own.send(limited, sink).get();
            seen.forEach(reporter::line);
            return answered(response, sink.octets(), reporter);
        } catch (ExecutionException e) {
            seen.forEach(reporter::line);
            return failed((HttpFailure) e.getCause(), sink.octets(), route, reporter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reporter.report("interrupted");
            return ExitStatus.INTERRUPTED;
        }
    }

    private CountingSink sink() {
        try {
            return new CountingSink(
                    options.output.equals("-") ? part -> true : BodySink.toFile(FileOption.path("-o", options.output)));
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private int answered(Response response, long octets, Reporter reporter) {
        PrintStream out = out();
        Explanation.of(response.ledger()).forEach(out::println);
        out.println();
        out.println(Reporter.statusLine(response.head()) + ", " + octets + " octets of body");
        if (include) {
            response.headers().forEach((name, value) -> out.println(name + ": " + Octets.toText(value)));
        }
        if (redirects.tooMany(response.status(), response.redirects().size())) {
            reporter.report("Expected an end of redirects after " + redirects.limit() + ", got one more");
            return ExitStatus.REDIRECTS;
        }
        return options.fail && response.status() >= 400 ? ExitStatus.HTTP_ERROR : ExitStatus.OK;
    }

    private int failed(HttpFailure failure, long octets, Route route, Reporter reporter) {
        PrintStream out = out();
        Explanation.of(failure.ledger()).forEach(out::println);
        failure.head().ifPresent(head -> {
            out.println();
            out.println(Reporter.statusLine(head) + ", " + octets + " octets of body until it failed");
        });
        reporter.report(failure);
        return ExitStatus.of(failure, route);
    }

    private PrintStream out() {
        return new PrintStream(streams.out(), true, Terminal.charset());
    }
}
