package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadListener;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.progress.Meter;
import dev.jackfield.shell.internal.tap.Spans;
import dev.jackfield.shell.internal.tap.TappedPanel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One download of one command, on a loop of its own. However it ends, what came is in the file, which has its time. What is
 * said, the thread of the command says, as in {@link HandOver}.
 */
final class Fetching {
    private static final long DRAWN_EVERY_MILLIS = 100;
    private static final Runnable NOTHING = () -> {};

    private final Panel panel;
    private final ClientOptions options;
    private final Reporter reporter;
    private final Optional<Meter> meter;
    private final BlockingQueue<Runnable> words = new LinkedBlockingQueue<>();
    private final AtomicBoolean late = new AtomicBoolean();

    Fetching(Panel panel, ClientOptions options, Reporter reporter, Optional<Meter> meter) {
        this.panel = panel;
        this.options = options;
        this.reporter = reporter;
        this.meter = meter;
    }

    /**
     * Fetches.
     *
     * @param limit on the whole
     * @param ownProcess whether the process may be ended by whoever waits for the download
     */
    DownloadOutcome run(Download download, Optional<Duration> limit, boolean ownProcess) {
        Panel seen = reporter.verbose() ? new TappedPanel(panel, line -> say(() -> reporter.line(line))) : panel;
        try (Loops loops = Loops.create(1);
                HttpClient client = HttpClient.create(options, loops, seen)) {
            Guard alarm = limit.map(most -> loops.all().get(0).after(most, () -> timeUp(client)))
                    .orElse(() -> {});
            CompletableFuture<DownloadOutcome> running = client.download(download.withListener(new Teller()));
            Farewell farewell = Farewell.of(ownProcess, client, running);
            try {
                await(running, client);
                return running.join();
            } finally {
                farewell.close();
                alarm.close();
            }
        }
    }

    /** Whether it ended because time was up. */
    boolean late() {
        return late.get();
    }

    private void timeUp(HttpClient client) {
        late.set(true);
        client.close();
    }

    /** Whoever interrupts this wants an end, but the file has to be closed. */
    private void await(CompletableFuture<DownloadOutcome> running, HttpClient client) {
        running.whenComplete((outcome, error) -> say(NOTHING));
        boolean interrupted = false;
        while (!running.isDone() || !words.isEmpty()) {
            try {
                Runnable word = words.poll(DRAWN_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (word == null) {
                    meter.ifPresent(Meter::draw);
                } else {
                    word.run();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                client.close();
            }
        }
        meter.ifPresent(Meter::end);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Runnable word) {
        words.add(word);
    }

    private final class Teller implements DownloadListener {
        @Override
        public void written(long octets, long total) {
            meter.ifPresent(watched -> watched.written(octets, total));
        }

        @Override
        public void pausing(DownloadOutcome.Retryable why, Duration pause) {
            say(() -> {
                meter.ifPresent(Meter::end);
                reporter.report(DownloadReport.reason(why.cause()) + "; trying again in " + Spans.text(pause));
            });
        }
    }
}
