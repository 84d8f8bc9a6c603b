package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String THEN = "Sun, 06 Nov 1994 08:49:37 GMT";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @TempDir
    Path folder;

    @Test
    void fetchesOnWhatWasCut() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Path file = folder.resolve("file");
        try (RawServer server = new RawServer(peer -> {
            String head = peer.request();
            asked.add(head);
            if (peer.number() == 1) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nLast-Modified: " + THEN + "\r\n\r\n01234");
            } else {
                peer.send(
                        "HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\nContent-Range: bytes 5-9/10\r\n\r\n56789");
            }
        })) {
            Download download = Download.of(server.url(), file);
            DownloadOutcome cut = outcome(rule.client().download(download));
            assertThat(cut).isInstanceOf(DownloadOutcome.Retryable.class);
            assertThat(cut.octets()).isEqualTo(5);
            assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
            DownloadOutcome whole = outcome(rule.client().download(download));
            assertThat(whole).isInstanceOf(DownloadOutcome.Complete.class);
            assertThat(file).hasContent("0123456789");
        }
        assertThat(asked.get(0)).doesNotContain("Range:");
        assertThat(asked.get(1)).contains("\r\nRange: bytes=5-\r\n", "\r\nIf-Unmodified-Since: " + THEN + "\r\n");
    }

    @Test
    void triesAgainByItself() throws Exception {
        Path file = folder.resolve("file");
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            if (peer.number() == 1) {
                peer.send("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        })) {
            Retries soon = new Retries(1, Duration.ofMillis(1), Duration.ofMillis(1));
            DownloadOutcome outcome = outcome(
                    rule.client().download(Download.of(server.url(), file).withRetries(soon)));
            assertThat(outcome).isInstanceOf(DownloadOutcome.Complete.class);
            assertThat(file).hasContent("ok");
        }
    }

    @Test
    void fetchesMoreThanItHolds() throws Exception {
        Path file = folder.resolve("file");
        int length = 8 * 1024 * 1024;
        String body = "0123456789abcdef".repeat(length / 16);
        try (RawServer server = RawServer.once("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body)) {
            List<Long> totals = new CopyOnWriteArrayList<>();
            Download download = Download.of(server.url(), file).withListener((octets, total) -> totals.add(total));
            assertThat(outcome(rule.client().download(download))).isInstanceOf(DownloadOutcome.Complete.class);
            assertThat(totals).containsOnly((long) length);
        }
        assertThat(file).hasContent(body);
    }

    @Test
    void letsGoOfEverythingWhenCancelled() throws Exception {
        Path file = folder.resolve("file");
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234");
            peer.awaitEnd();
            ended.countDown();
        })) {
            CompletableFuture<DownloadOutcome> running = rule.client()
                    .download(Download.of(server.url(), file).withListener((octets, total) -> {
                        if (octets == 5) {
                            written.countDown();
                        }
                    }));
            await(written);
            assertThat(running.cancel(false)).isTrue();
            await(ended);
            assertThat(file).hasContent("01234");
        }
    }

    @Test
    void keepsWhatCameWhenTheClientIsClosed() throws Exception {
        Path file = folder.resolve("file");
        CountDownLatch written = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nLast-Modified: " + THEN + "\r\n\r\n01234");
            peer.awaitEnd();
        })) {
            CompletableFuture<DownloadOutcome> running = rule.client()
                    .download(Download.of(server.url(), file).withListener((octets, total) -> {
                        if (octets == 5) {
                            written.countDown();
                        }
                    }));
            await(written);
            rule.client().close();
            assertThat(outcome(running).reason()).isEqualTo("The client was closed");
            assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
        }
    }

    @Test
    void saysThatTheClientIsClosed() throws Exception {
        rule.client().close();
        DownloadOutcome outcome =
                outcome(rule.client().download(Download.of("http://a.test/", folder.resolve("file"))));
        assertThat(outcome).isInstanceOf(DownloadOutcome.Retryable.class);
        assertThat(outcome.reason()).isEqualTo("The client is closed");
    }

    @Test
    void isMadeOfAPlainGetOnly() {
        assertThatThrownBy(() -> Download.of(Request.head("http://a.test/"), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A download: expected the method GET, got HEAD");
        for (String field : List.of("Range", "if-range", "If-Unmodified-Since")) {
            assertThatThrownBy(() -> Download.of(Request.get("http://a.test/").withHeader(field, "x"), folder))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static DownloadOutcome outcome(CompletableFuture<DownloadOutcome> running) throws Exception {
        return running.get(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing happened within twenty seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
