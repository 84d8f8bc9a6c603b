package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** Files that cannot be written, that others write, and that are slow. */
class FetchWritingTest extends FetchScene {
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
                    .containsExactly(
                            "refuse: Expected to be the only one to write it, but somebody else has it locked");
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
                .containsExactly(
                        "refuse: The listener failed: java.io.UncheckedIOException: java.io.IOException: enough");
        exchange.fail(Phase.SINK, "refused");
        loop.settle();
        assertThat(outcome(DownloadOutcome.Failed.class).reason())
                .isEqualTo("The listener failed: java.io.UncheckedIOException: java.io.IOException: enough");
    }
}
