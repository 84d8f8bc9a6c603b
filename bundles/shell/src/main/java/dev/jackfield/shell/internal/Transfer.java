package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.TappedPanel;
import java.io.IOException;

/**
 * One request of one command, on a loop of its own: see {@link HandOver} for why it must not share one. What is plugged
 * in on the panel is shared with everybody.
 */
final class Transfer {
    private final Fittings fittings;
    private final TransferOptions options;
    private final Delivery delivery;

    Transfer(Fittings fittings, TransferOptions options, Delivery delivery) {
        this.fittings = fittings;
        this.options = options;
        this.delivery = delivery;
    }

    int run(Request request) throws IOException {
        HandOver handOver = new HandOver();
        Panel panel = fittings.panel().get();
        try (Loops loops = Loops.create(1);
                HttpClient client = HttpClient.create(
                        options.applyTo(fittings.options().get()),
                        loops,
                        options.verbose ? new TappedPanel(panel, handOver::line) : panel)) {
            return run(request, client, handOver);
        }
    }

    private int run(Request request, HttpClient client, HandOver handOver) throws IOException {
        Exchange exchange = client.send(request, handOver, handOver);
        try {
            return handOver.deliver(delivery);
        } catch (Output.Failure e) {
            if (!e.readerGone()) {
                delivery.report(new HttpFailure(Phase.SINK, e.getMessage(), e));
            }
            return ExitStatus.LOCAL_OUTPUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery.report("interrupted");
            return ExitStatus.INTERRUPTED;
        } finally {
            handOver.abandon();
            exchange.close();
        }
    }
}
