package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadListener;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Retries;
import dev.jackfield.http.StatusFailure;
import dev.jackfield.testkit.ManualLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
    private static final String THEN = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final Instant THEN_ITSELF = Instant.parse("1994-11-06T08:49:37Z");
    private static final Retries TWICE = new Retries(2, Duration.ofSeconds(1), Duration.ofSeconds(60));

    private final ManualLoop loop = new ManualLoop();
    private final List<Played> played = new ArrayList<>();
    private final List<DownloadOutcome> outcomes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Fetch fetch;
    private int running;

    @TempDir
    Path folder;

    private Path file;
    private Download download;

    @BeforeEach
    void prepare() {
        file = folder.resolve("file");
        download =
                Download.of("http://a.test/file", file).withListener((octets, total) -> told.add(octets + "/" + total));
    }

    @AfterEach
    void nobodyIsLeftWaiting() {
        loop.settle();
        assertThat(loop.timers()).isZero();
        assertThat(running).isZero();
    }

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
    void deletesNothingThatSomebodyElseWrites() throws IOException {
        partly();
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            begun().head(412).complete();
            loop.settle();
        }
        assertThat(outcome(DownloadOutcome.Failed.class).reason()).contains("somebody else has it locked");
        assertThat(file).hasContent("01234");
    }

    @Test
    void isNotCompleteIfTheFileIsGone() throws IOException {
        Played exchange = begun().head(200, "Content-Length", "10");
        exchange.part("01234");
        loop.settle();
        Files.delete(file);
        exchange.part("56789");
        exchange.complete();
        loop.settle();
        assertThat(outcome(DownloadOutcome.Retryable.class).reason())
                .isEqualTo("Expected a file of 10 octets after writing it, got one of 0");
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

    @Test
    void shutsTheTapWhileTooMuchWaits() throws IOException {
        Played exchange = begun().head(200);
        byte[] block = new byte[64 * 1024];
        for (int i = 0; i < 4; i++) {
            assertThat(exchange.part(block)).isTrue();
        }
        assertThat(exchange.seen).isEmpty();
        exchange.part(block);
        assertThat(exchange.seen).containsExactly("pause");
        loop.runBlocking();
        assertThat(exchange.seen).containsExactly("pause", "resume");
        exchange.complete();
        loop.settle();
        assertThat(Files.size(file)).isEqualTo(5L * block.length);
    }

    @Test
    void endsIfTheFileCannotBeWritten() throws IOException {
        Files.writeString(file, "");
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            download = download.withRetries(TWICE);
            Played exchange = begun().head(200);
            loop.settle();
            assertThat(exchange.seen)
                    .containsExactly("refuse: Expected to be the only one to write it, but somebody else has it locked");
            assertThat(exchange.part("x")).isFalse();
            exchange.fail(Phase.SINK, "refused");
            loop.settle();
        }
        assertThat(outcome(DownloadOutcome.Retryable.class).cause())
                .isInstanceOfSatisfying(
                        HttpFailure.class, failure -> assertThat(failure.code()).isEqualTo(598))
                .hasMessage("The file cannot be written: Expected to be the only one to write it, but somebody else has"
                        + " it locked");
    }

    @Test
    void asksNothingIfThereIsNowhereToWrite() {
        download = Download.of("http://a.test/file", folder.resolve("none/file"));
        start();
        assertThat(played).isEmpty();
        assertThat(outcome(DownloadOutcome.Failed.class).reason())
                .isEqualTo(folder.resolve("none") + ": expected a directory");
    }

    @Test
    void asksNothingForWhatIsNoFile() {
        download = Download.of("http://a.test/file", folder);
        start();
        assertThat(played).isEmpty();
        assertThat(outcome(DownloadOutcome.Failed.class).reason()).startsWith("Expected a regular file");
    }

    @Test
    void endsIfTheListenerThrows() {
        download = download.withRetries(TWICE).withListener((octets, total) -> {
            throw new UncheckedIOException(new IOException("enough"));
        });
        Played exchange = begun().head(200);
        loop.settle();
        assertThat(exchange.seen)
                .containsExactly("refuse: The listener failed: java.io.UncheckedIOException: java.io.IOException: enough");
        exchange.fail(Phase.SINK, "refused");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Failed.class).reason())
                .isEqualTo("The listener failed: java.io.UncheckedIOException: java.io.IOException: enough");
    }

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

    private Played begun() {
        start();
        assertThat(played).hasSize(1);
        return played.get(0);
    }

    private Played begunAgain() {
        start();
        return played.get(played.size() - 1);
    }

    private void start() {
        begin(this::send);
        loop.settle();
    }

    private void begin(Fetch.Sender sender) {
        fetch = new Fetch(download, sender, loop, outcomes::add);
        running++;
        fetch.begin(() -> running--);
    }

    private Played send(Request request, BodySink sink, Completion completion) {
        Played exchange = new Played(request, sink, completion);
        played.add(exchange);
        return exchange;
    }

    private void partly() throws IOException {
        Files.writeString(file, "01234");
        Files.setLastModifiedTime(file, FileTime.from(THEN_ITSELF.plusMillis(400)));
    }

    private Instant modified() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private <T extends DownloadOutcome> T outcome(Class<T> type) {
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(type);
        return type.cast(outcomes.get(0));
    }
}
