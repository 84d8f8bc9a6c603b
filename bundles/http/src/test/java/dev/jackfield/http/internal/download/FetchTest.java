package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Phase;
import dev.jackfield.http.StatusFailure;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of the file, by what the server answers. */
class FetchTest extends FetchScene {
    @Test
    void fetchesAFile() throws IOException {
        Played exchange = begun();
        assertThat(exchange.field("Range")).isEmpty();
        assertThat(exchange.field("If-Unmodified-Since")).isEmpty();
        assertThat(file).doesNotExist();
        exchange.head(200, "Content-Length", "10", "Last-Modified", THEN);
        assertThat(exchange.part("01234")).isTrue();
        assertThat(exchange.part("56789")).isTrue();
        exchange.complete();
        assertThat(outcomes).isEmpty();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class).octets()).isEqualTo(10);
        assertThat(file).hasContent("0123456789");
        assertThat(modified()).isEqualTo(THEN_ITSELF);
        assertThat(told).containsExactly("0/10", "5/10", "10/10");
    }

    @Test
    void makesAnEmptyFile() {
        begun().head(200, "Content-Length", "0").complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class).octets()).isZero();
        assertThat(file).isEmptyFile();
    }

    @Test
    void continuesAFile() throws IOException {
        partly();
        Played exchange = begun();
        assertThat(exchange.field("Range")).isEqualTo("bytes=5-");
        assertThat(exchange.field("If-Unmodified-Since")).isEqualTo(THEN);
        exchange.head(206, "Content-Range", "bytes 5-9/10", "Last-Modified", THEN);
        exchange.part("56789");
        exchange.complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class).reason()).isEqualTo("continued from octet 5 on");
        assertThat(file).hasContent("0123456789");
        assertThat(modified()).isEqualTo(THEN_ITSELF);
        assertThat(told).containsExactly("5/10", "10/10");
    }

    @Test
    void beginsAnewIfTheServerDoes() throws IOException {
        partly();
        Played exchange = begun().head(200, "Content-Length", "3");
        exchange.part("abc");
        exchange.complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class).octets()).isEqualTo(3);
        assertThat(file).hasContent("abc");
    }

    @Test
    void beginsAnewIfAskedTo() throws IOException {
        partly();
        download = download.withResume(false);
        Played exchange = begun();
        assertThat(exchange.field("Range")).isEmpty();
        exchange.head(200);
        exchange.part("a");
        exchange.complete();
        loop.settle();
        assertThat(file).hasContent("a");
    }

    @Test
    void keepsWhatCameWithItsTimeIfTheRestDoesNot() throws IOException {
        Played exchange = begun().head(200, "Content-Length", "10", "Last-Modified", THEN);
        exchange.part("01234");
        exchange.fail(Phase.BODY, "cut");
        loop.settle();
        DownloadOutcome.Retryable retryable = outcome(DownloadOutcome.Retryable.class);
        assertThat(retryable.octets()).isEqualTo(5);
        assertThat(retryable.reason()).isEqualTo("cut");
        assertThat(file).hasContent("01234");
        assertThat(modified()).isEqualTo(THEN_ITSELF);
    }

    @Test
    void isNotCompleteIfTheServerSendsLessThanAskedFor() throws IOException {
        partly();
        Played exchange = begun().head(206, "Content-Range", "bytes 5-6/10");
        exchange.part("56");
        exchange.complete();
        loop.settle();
        DownloadOutcome.Retryable retryable = outcome(DownloadOutcome.Retryable.class);
        assertThat(retryable.reason()).isEqualTo("Expected octets up to 10, got them up to 7");
        assertThat(file).hasContent("0123456");
    }

    @Test
    void writesNoMoreThanContentRangeSays() throws IOException {
        partly();
        Played exchange = begun().head(206, "Content-Range", "bytes 5-6/10", "Transfer-Encoding", "chunked");
        assertThat(exchange.part("567")).isFalse();
        exchange.fail(Phase.SINK, "refused");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Failed.class).reason())
                .isEqualTo("Expected octets up to 7, as Content-Range says, got more");
        assertThat(file).hasContent("01234");
    }

    @Test
    void isCompleteBy416() throws IOException {
        partly();
        begun().head(416, "Content-Range", "bytes */5", "Last-Modified", "Sat, 05 Nov 1994 08:49:37 GMT")
                .complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Complete.class))
                .satisfies(complete -> assertThat(complete.octets()).isEqualTo(5))
                .satisfies(complete -> assertThat(complete.head().status()).isEqualTo(416));
        assertThat(modified()).isEqualTo(THEN_ITSELF.minus(Duration.ofDays(1)));
    }

    @Test
    void deletesWhatIsOutdated() throws IOException {
        partly();
        begun().head(412).complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).octets()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesTheFileAloneWhateverElseTheServerSays() throws IOException {
        partly();
        Played exchange = begun().head(404, "Last-Modified", "Sat, 05 Nov 1994 08:49:37 GMT");
        exchange.part("nothing here");
        exchange.complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Failed.class).cause())
                .isInstanceOfSatisfying(
                        StatusFailure.class,
                        failure -> assertThat(failure.head().status()).isEqualTo(404))
                .hasMessage("the server answered 404 Because");
        assertThat(file).hasContent("01234");
        assertThat(modified()).isEqualTo(THEN_ITSELF.plusMillis(400));
        assertThat(told).isEmpty();
    }

    @Test
    void readsALittleOfWhatIsNotForTheFile() {
        Played exchange = begun().head(404);
        assertThat(exchange.part(new byte[64 * 1024])).isTrue();
        assertThat(exchange.part("x")).isFalse();
        exchange.fail(Phase.SINK, "refused");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Failed.class).reason()).isEqualTo("the server answered 404 Because");
        assertThat(file).doesNotExist();
    }
}
