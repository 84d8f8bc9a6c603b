package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.Spans;
import dev.jackfield.shell.internal.tap.Tap;
import dev.jackfield.shell.internal.tap.TappedPanel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One request of one command, on a loop of its own, so that it ends with the command. What is plugged in on the panel is
 * shared with everybody.
 *
 * <p>The limit on inactivity is watched here and not by the client: see {@link TappedPanel}. The limit on the whole is
 * the client's business, until it is the output that takes too long.
 */
final class Transfer {
    /** Longer than any command runs. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** The client knows more about what took too long, so it gets the first word. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Panel panel;
    private final ClientOptions client;
    private final TransferOptions options;
    private final Delivery delivery;

    Transfer(Panel panel, ClientOptions client, TransferOptions options, Delivery delivery) {
        this.panel = panel;
        this.client = client;
        this.options = options;
        this.delivery = delivery;
    }

    int run(Request request) throws IOException {
        HandOver handOver = new HandOver();
        Tap tap = new Tap(
                handOver,
                client.timeouts().inactivity(),
                options.verbose ? Optional.of(handOver::line) : Optional.empty());
        try (Loops loops = Loops.create(1);
                HttpClient patient = HttpClient.create(client.withTimeout(NEVER), loops, new TappedPanel(panel, tap))) {
            return run(request, patient, loops, handOver);
        }
    }

    private int run(Request request, HttpClient patient, Loops loops, HandOver handOver) throws IOException {
        Alarm alarm = new Alarm();
        Guard set =
                options.maxTime == null ? () -> {} : loops.all().get(0).after(options.maxTime.plus(GRACE), alarm::ring);
        Exchange exchange = patient.send(request, handOver, handOver);
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
            exchange.close();
            delivery.drop();
        }
    }

    private int undelivered(IOException e, Alarm alarm) {
        if (alarm.rung()) {
            delivery.report(new HttpFailure(
                    Phase.SINK,
                    "Expected an end within " + Spans.text(options.maxTime) + ", but the output takes no more",
                    e));
            return ExitStatus.TIMEOUT;
        }
        if (Thread.currentThread().isInterrupted()) {
            return interrupted();
        }
        if (!(e instanceof Output.Failure failure && failure.readerGone())) {
            delivery.report(new HttpFailure(Phase.SINK, e.getMessage(), e));
        }
        return ExitStatus.LOCAL_OUTPUT;
    }

    private int interrupted() {
        delivery.report("interrupted");
        return ExitStatus.INTERRUPTED;
    }
}
