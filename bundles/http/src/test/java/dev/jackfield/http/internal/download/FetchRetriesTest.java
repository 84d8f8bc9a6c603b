package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.DownloadListener;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether there is another attempt, and when. */
class FetchRetriesTest extends FetchScene {
    @Test
    void triesAgainAfterGrowingPauses() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        download = download.withRetries(TWICE).withListener(new DownloadListener() {
            @Override
            public void written(long octets, long total) {}

            @Override
            public void pausing(DownloadOutcome.Retryable why, Duration pause) {
                pauses.add(pause);
            }
        });
        begun().fail(Phase.CONNECT, "refused");
        loop.settle();
        assertThat(outcomes).isEmpty();
        loop.advance(Duration.ofMillis(999));
        loop.settle();
        assertThat(played).hasSize(1);
        loop.advance(Duration.ofMillis(1));
        loop.settle();
        Played second = played.get(1).head(200, "Content-Length", "10", "Last-Modified", THEN);
        second.part("01234");
        second.fail(Phase.BODY, "cut");
        loop.settle();
        loop.advance(Duration.ofSeconds(2));
        loop.settle();
        Played third = played.get(2);
        assertThat(third.field("Range")).isEqualTo("bytes=5-");
        assertThat(third.field("If-Unmodified-Since")).isEqualTo(THEN);
        third.head(206, "Content-Range", "bytes 5-9/10");
        third.part("56789");
        third.complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class).octets()).isEqualTo(10);
        assertThat(file).hasContent("0123456789");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void givesUpWhenTheLastRetryFails() {
        download = download.withRetries(TWICE);
        begun().fail(Phase.CONNECT, "first");
        loop.settle();
        loop.advance(Duration.ofSeconds(1));
        loop.settle();
        played.get(1).head(500).complete();
        loop.settle();
        loop.advance(Duration.ofSeconds(2));
        loop.settle();
        played.get(2).fail(Phase.HEAD, "third");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).reason()).isEqualTo("third");
    }

    @Test
    void heedsRetryAfterUpToTheLongestPause() {
        download = download.withRetries(TWICE);
        begun().head(503, "Retry-After", "30").complete();
        loop.settle();
        loop.advance(Duration.ofSeconds(29));
        loop.settle();
        assertThat(played).hasSize(1);
        loop.advance(Duration.ofSeconds(1));
        loop.settle();
        played.get(1).head(503, "Retry-After", "3600").complete();
        loop.settle();
        loop.advance(Duration.ofSeconds(60));
        loop.settle();
        assertThat(played).hasSize(3);
        played.get(2).head(404).complete();
    }

    @Test
    void doesNotTryAgainWhatCannotBeSent() {
        download = download.withRetries(TWICE);
        begun().fail(Phase.REQUEST, "no such thing");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).reason()).isEqualTo("no such thing");
    }
}
