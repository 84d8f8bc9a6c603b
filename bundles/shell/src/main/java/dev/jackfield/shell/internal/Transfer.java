package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.StreamedResponse;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.Spans;
import dev.jackfield.shell.internal.tap.TappedPanel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One request of one command, on a loop of its own, so that it ends with the command. What is plugged in on the panel is
 * shared with everybody. The limit on the whole is the client's business, until it is the output that takes too long.
 */
final class Transfer {
    /** The client knows more about what took too long, so it gets the first word. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Panel panel;
    private final ClientOptions client;
    private final Optional<Duration> limit;
    private final Delivery delivery;
    private final Reporter reporter;

    Transfer(Panel panel, ClientOptions client, Optional<Duration> limit, Delivery delivery, Reporter reporter) {
        this.panel = panel;
        this.client = client;
        this.limit = limit;
        this.delivery = delivery;
        this.reporter = reporter;
    }

    int run(Request request) throws IOException {
        HandOver handOver = new HandOver();
        Panel seen = reporter.verbose() ? new TappedPanel(panel, handOver::line) : panel;
        try (Loops loops = Loops.create(1);
                HttpClient own = HttpClient.create(client, loops, seen)) {
            return run(prepared(request, handOver), own, loops, handOver);
        }
    }

    private Request prepared(Request request, HandOver handOver) {
        Request limited = limit.map(request::withDeadline).orElse(request);
        return reporter.verbose()
                ? limited.withInterim(head -> {
                    handOver.line("< " + Reporter.statusLine(head));
                    head.headers().forEach((name, value) -> handOver.line("< " + name + ": " + Octets.toText(value)));
                    handOver.line("<");
                })
                : limited;
    }

    private int run(Request request, HttpClient own, Loops loops, HandOver handOver) throws IOException {
        Alarm alarm = new Alarm();
        Guard set = limit.map(most -> loops.all().get(0).after(most.plus(GRACE), alarm::ring))
                .orElse(() -> {});
        CompletableFuture<StreamedResponse> response = own.stream(request);
        response.whenComplete((begun, error) -> {
            if (error == null) {
                handOver.begin(begun);
            } else if (error instanceof HttpFailure failure) {
                handOver.failed(failure);
            }
        });
        try {
            return handOver.deliver(delivery, alarm);
        } catch (Output.Failure | Alarm.Rung e) {
            return undelivered(e, alarm);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interrupted();
        } finally {
            set.close();
            handOver.abandon();
            response.cancel(false);
            delivery.drop();
        }
    }

    private int undelivered(IOException e, Alarm alarm) {
        if (alarm.rung()) {
            reporter.report(new HttpFailure(
                    Phase.SINK,
                    "Expected an end within " + Spans.text(limit.orElseThrow()) + ", but the output takes no more",
                    e));
            return ExitStatus.TIMEOUT;
        }
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        if (!(e instanceof Output.Failure failure && failure.readerGone())) {
            reporter.report(new HttpFailure(Phase.SINK, e.getMessage(), e));
        }
        return ExitStatus.LOCAL_OUTPUT;
    }

    private int interrupted() {
        reporter.report("interrupted");
        return ExitStatus.INTERRUPTED;
    }
}
