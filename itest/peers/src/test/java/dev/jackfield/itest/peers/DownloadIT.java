package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.HttpClient;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a real nginx, which knows ranges and conditions. */
class DownloadIT {
    private static final byte[] BODY = new byte[3 * 1024 * 1024 + 17];
    private static final FileTime THEN = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

    static {
        new Random(5).nextBytes(BODY);
    }

    private final HttpClient client = HttpClient.create();
    private Nginx nginx;

    @TempDir
    Path folder;

    @BeforeAll
    static void requireNginx() {
        Peers.require("nginx", Nginx.installed());
    }

    @BeforeEach
    void start() throws IOException {
        nginx = Nginx.start("", "", Map.of("file", BODY));
        Files.setLastModifiedTime(theirs(), THEN);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        nginx.close();
    }

    @Test
    void goesOnWhereItWasCut() throws Exception {
        assertThat(fetched()).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(Files.getLastModifiedTime(ours())).isEqualTo(THEN);
        cut(1234);

        DownloadOutcome rest = fetched();

        assertThat(rest.reason()).isEqualTo("continued from octet 1234 on");
        assertThat(ours()).hasBinaryContent(BODY);
        assertThat(Files.getLastModifiedTime(ours())).isEqualTo(THEN);
    }

    @Test
    void knowsThatNothingIsMissing() throws Exception {
        fetched();

        DownloadOutcome again = fetched();

        assertThat(again)
                .isInstanceOfSatisfying(
                        DownloadOutcome.Complete.class,
                        complete -> assertThat(complete.head().status()).isEqualTo(416));
        assertThat(ours()).hasBinaryContent(BODY);
    }

    @Test
    void deletesWhatHasChangedMeanwhile() throws Exception {
        fetched();
        cut(1234);
        Files.setLastModifiedTime(theirs(), FileTime.from(THEN.toInstant().plusSeconds(1)));

        DownloadOutcome outdated = fetched();

        assertThat(outdated).isInstanceOf(DownloadOutcome.Retryable.class);
        assertThat(outdated.reason()).contains("412");
        assertThat(ours()).doesNotExist();
        assertThat(fetched()).isInstanceOf(DownloadOutcome.Complete.class);
        assertThat(ours()).hasBinaryContent(BODY);
    }

    private DownloadOutcome fetched() throws Exception {
        return client.download(Download.of(nginx.url("/file"), ours())).get(30, TimeUnit.SECONDS);
    }

    private void cut(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(ours(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        Files.setLastModifiedTime(ours(), THEN);
    }

    private Path ours() {
        return folder.resolve("ours");
    }

    private Path theirs() {
        return nginx.home().resolve("files/file");
    }
}
