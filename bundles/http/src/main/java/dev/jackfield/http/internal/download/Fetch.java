package dev.jackfield.http.internal.download;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.StatusFailure;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * A download under way: attempts, and pauses between them. <i>Loop-confined</i>, but for {@link #close}. Whatever touches
 * the file runs on its serial.
 */
public final class Fetch implements Exchange {
    /** What sends requests. */
    @FunctionalInterface
    public interface Sender {
        /** As {@link dev.jackfield.http.HttpClient#send(Request, BodySink, Completion)}. */
        Exchange send(Request request, BodySink sink, Completion completion);
    }

    private static final Guard NOTHING = () -> {};

    private final Download download;
    private final Sender sender;
    private final Loop loop;
    private final Serial serial;
    private final Consumer<DownloadOutcome> completion;
    private Runnable over = () -> {};
    private Guard running = NOTHING;
    /** Why there will be another attempt, while that is waited for. */
    private Optional<DownloadOutcome> pausing = Optional.empty();

    private int retries;
    private boolean ended;

    /**
     * A download that has yet to begin.
     *
     * @param download what and where to
     * @param sender sends its requests
     * @param loop for pauses, and where the completion is called
     * @param completion called once, unless it is cancelled before
     */
    public Fetch(Download download, Sender sender, Loop loop, Consumer<DownloadOutcome> completion) {
        this.download = download;
        this.sender = sender;
        this.loop = loop;
        this.serial = new Serial(loop.foreign());
        this.completion = completion;
    }

    /**
     * Begins.
     *
     * @param last runs when it has ended, cancelled or not
     * @throws RejectedExecutionException if the loop has ended
     */
    public void begin(Runnable last) {
        over = last;
        loop.execute(this::look);
    }

    @Override
    public Request request() {
        return download.request();
    }

    @Override
    public void close() {
        onLoop(() -> {
            if (!ended) {
                ended = true;
                running.close();
                over.run();
            }
        });
    }

    /** From any thread. An exchange under way is told by the client itself; but a pause would be for nothing. */
    public void clientClosed() {
        onLoop(() -> {
            if (!ended && pausing.isPresent()) {
                running.close();
                end(pausing.get());
            }
        });
    }

    private void look() {
        RequestLedger last = pausing.map(DownloadOutcome::ledger).orElse(RequestLedger.NONE);
        pausing = Optional.empty();
        onSerial(() -> {
            try {
                Target.check(download.file());
                Resumption found = Resumption.of(download.file(), download.resume());
                onLoop(() -> send(found));
            } catch (IOException e) {
                DownloadOutcome failed = new DownloadOutcome.Failed(Target.octets(download.file()), e, last);
                onLoop(() -> end(failed));
            }
        });
    }

    private void send(Resumption found) {
        if (ended) {
            return;
        }
        Attempt attempt = new Attempt(download, found, serial, this::settled);
        try {
            Request request = found.applyTo(download.request().withDecoding(false));
            Exchange exchange = sender.send(request, attempt, attempt);
            running = () -> {
                exchange.close();
                attempt.abandon();
            };
        } catch (IllegalStateException closed) {
            attempt.failed(new HttpFailure(Phase.REQUEST, closed.getMessage(), closed));
        }
    }

    /** On the serial. */
    private void settled(Settlement settlement) {
        Path file = download.file();
        try {
            if (settlement.verdict().isPresent() && settlement.verdict().get() instanceof Verdict.Outdated) {
                Target.delete(file);
            }
        } catch (IOException e) {
            DownloadOutcome failed = new DownloadOutcome.Failed(Target.octets(file), e, settlement.ledger());
            onLoop(() -> end(failed));
            return;
        }
        DownloadOutcome outcome = settlement.outcome(Target.octets(file));
        onLoop(() -> attempted(outcome));
    }

    private void attempted(DownloadOutcome outcome) {
        if (ended) {
            return;
        }
        if (!(outcome instanceof DownloadOutcome.Retryable why)
                || retries >= download.retries().most()
                || hopeless(why)) {
            end(outcome);
            return;
        }
        Duration pause = pause(++retries, why);
        running = NOTHING;
        onSerial(() -> {
            Optional<IOException> thrown = tell(why, pause);
            onLoop(() -> {
                if (thrown.isPresent()) {
                    end(new DownloadOutcome.Failed(why.octets(), thrown.get(), why.ledger()));
                } else if (!ended) {
                    pausing = Optional.of(why);
                    running = loop.after(pause, this::look);
                }
            });
        });
    }

    private Duration pause(int retry, DownloadOutcome.Retryable why) {
        Duration own = download.retries().pause(retry);
        Duration asked = why.cause() instanceof StatusFailure failure
                ? RetryAfter.of(failure.head().headers())
                : Duration.ZERO;
        Duration longest = download.retries().longest();
        Duration heeded = asked.compareTo(longest) < 0 ? asked : longest;
        return own.compareTo(heeded) < 0 ? heeded : own;
    }

    /** A full disk is as full a second later, and a request that cannot be sent stays what it is. */
    private static boolean hopeless(DownloadOutcome.Retryable why) {
        return why.cause() instanceof HttpFailure failure
                && (failure.phase() == Phase.SINK || failure.phase() == Phase.REQUEST);
    }

    /** The listener is not ours, and may throw anything. */
    private Optional<IOException> tell(DownloadOutcome.Retryable why, Duration pause) {
        try {
            download.listener().pausing(why, pause);
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(new ListenerFailure(e));
        }
    }

    private void end(DownloadOutcome outcome) {
        if (!ended) {
            ended = true;
            over.run();
            completion.accept(outcome);
        }
    }

    private void onSerial(Runnable work) {
        try {
            serial.execute(work);
        } catch (RejectedExecutionException e) {
            end(new DownloadOutcome.Retryable(
                    0, new HttpFailure(Phase.REQUEST, "The client is closed", e), RequestLedger.NONE));
        }
    }

    /** Once there is no loop any more there is nobody to get into the way of. */
    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }
}
