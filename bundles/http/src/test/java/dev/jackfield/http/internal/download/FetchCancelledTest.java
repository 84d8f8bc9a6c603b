package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Retries;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Downloads that nobody wants any more, in each phase, and clients that are closed. */
class FetchCancelledTest extends FetchScene {
    @Test
    void keepsWhatCameWithItsTimeWhenCancelled() throws IOException {
        Played exchange = begun().head(200, "Content-Length", "10", "Last-Modified", THEN);
        exchange.part("01234");
        fetch.close();
        loop.settle();
        assertThat(exchange.closed).isTrue();
        assertThat(exchange.part("5")).isFalse();
        loop.settle();
        assertThat(outcomes).isEmpty();
        assertThat(file).hasContent("01234");
        assertThat(modified()).isEqualTo(THEN_ITSELF);
    }

    @Test
    void opensNothingIfTheHeadComesTooLate() {
        Played exchange = begun();
        fetch.close();
        loop.settle();
        exchange.head(200);
        loop.settle();
        assertThat(exchange.part("x")).isFalse();
        // On this platform a file can be deleted while it is open, but not locked twice.
        download = download.withRetries(Retries.NONE);
        begunAgain().head(200).complete();
        loop.settle();
        outcome(DownloadOutcome.Complete.class);
    }

    @Test
    void isCancelledWhileItPauses() {
        download = download.withRetries(TWICE);
        begun().fail(Phase.CONNECT, "refused");
        loop.settle();
        assertThat(loop.timers()).isOne();
        fetch.close();
        loop.settle();
        assertThat(loop.timers()).isZero();
        assertThat(outcomes).isEmpty();
        assertThat(played).hasSize(1);
    }

    @Test
    void doesNotWaitForAClientThatIsClosed() {
        download = download.withRetries(TWICE);
        begun().fail(Phase.CONNECT, "refused");
        loop.settle();
        fetch.clientClosed();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).reason()).isEqualTo("refused");
    }

    @Test
    void isCancelledBeforeAnythingIsSent() {
        begin(this::send);
        fetch.close();
        loop.settle();
        assertThat(played).isEmpty();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void saysThatTheClientIsClosed() {
        begin((request, sink, completion) -> {
            throw new IllegalStateException("The client is closed");
        });
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).reason()).isEqualTo("The client is closed");
    }
}
