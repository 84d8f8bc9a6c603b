package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Request;
import dev.jackfield.http.Retries;
import dev.jackfield.testkit.ManualLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A download whose exchanges the test plays, and what is seen of it. */
abstract class FetchScene {
    static final String THEN = "Sun, 06 Nov 1994 08:49:37 GMT";
    static final Instant THEN_ITSELF = Instant.parse("1994-11-06T08:49:37Z");
    static final Retries TWICE = new Retries(2, Duration.ofSeconds(1), Duration.ofSeconds(60));

    final ManualLoop loop = new ManualLoop();
    final List<Played> played = new ArrayList<>();
    final List<DownloadOutcome> outcomes = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    Fetch fetch;
    int running;

    @TempDir
    Path folder;

    Path file;
    Download download;

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

    Played begun() {
        start();
        assertThat(played).hasSize(1);
        return played.get(0);
    }

    Played begunAgain() {
        start();
        return played.get(played.size() - 1);
    }

    void start() {
        begin(this::send);
        loop.settle();
    }

    void begin(Fetch.Sender sender) {
        fetch = new Fetch(download, sender, loop, outcomes::add);
        running++;
        fetch.begin(() -> running--);
    }

    Played send(Request request, BodySink sink, Completion completion) {
        Played exchange = new Played(request, sink, completion);
        played.add(exchange);
        return exchange;
    }

    void partly() throws IOException {
        Files.writeString(file, "01234");
        Files.setLastModifiedTime(file, FileTime.from(THEN_ITSELF.plusMillis(400)));
    }

    Instant modified() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    <T extends DownloadOutcome> T outcome(Class<T> type) {
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(type);
        return type.cast(outcomes.get(0));
    }
}
