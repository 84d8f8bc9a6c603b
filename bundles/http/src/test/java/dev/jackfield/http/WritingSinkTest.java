package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are written where writing may block. */
class WritingSinkTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @TempDir
    Path folder;

    @Test
    void aFileIsCompleteWhenTheExchangeIs() throws Exception {
        String body = "0123456789".repeat(200_000);
        Path file = Files.writeString(folder.resolve("file"), "something that was there before");
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n" + body)) {
            Response response = send(server, BodySink.toFile(file));
            assertThat(Files.readString(file)).isEqualTo(body);
            assertThat(response.body()).isEmpty();
            assertThat(rule.client().readings().idle()).isEqualTo(1);
        }
    }

    @Test
    void aBeginningCanBeKept() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "abcdef");
        try (RawServer server = RawServer.answering(HELLO)) {
            send(server, BodySink.toFile(file, 2));
            assertThat(Files.readString(file)).isEqualTo("abhello");
            HttpFailure failure = failure(server, BodySink.toFile(file, 9));
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure).hasMessageContaining("Expected a file of at least 9 octets, got 7");
            assertThat(Files.readString(file)).isEqualTo("abhello");
            assertThatThrownBy(() -> BodySink.toFile(file, -1)).hasMessage("Expected a place of 0 or more, got -1");
        }
    }

    @Test
    void aBodyOfNothingMakesAFileOfNothing() throws Exception {
        Path file = folder.resolve("file");
        try (RawServer server = RawServer.answering("HTTP/1.1 204 None\r\n\r\n")) {
            send(server, BodySink.toFile(file));
            assertThat(file).isEmptyFile();
        }
    }

    @Test
    void aFileThatCannotBeMadeEndsTheExchange() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            HttpFailure failure = failure(server, BodySink.toFile(folder.resolve("no/such/folder")));
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure).hasCauseInstanceOf(NoSuchFileException.class);
            assertThat(failure.head()).isPresent();
        }
    }

    @Test
    void aSinkThatFailsAtOnceEndsAnEndlessBody() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\nx");
            peer.awaitEnd();
        })) {
            HttpFailure failure = failure(server, BodySink.to(new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw new IOException("disk full");
                }
            }));
            assertThat(failure.code()).isEqualTo(598);
            assertThat(failure).hasRootCauseMessage("disk full");
        }
    }

    @Test
    void aSlowOneKeepsTheServerWaitingAndMemorySmall() throws Exception {
        AtomicLong sent = new AtomicLong();
        String block = "x".repeat(100_000);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\n");
            for (int i = 0; i < 500; i++) {
                peer.send(block);
                sent.addAndGet(block.length());
            }
        })) {
            CompletableFuture<Response> future = rule.client()
                    .send(Request.get(server.url()), BodySink.to(new OutputStream() {
                        @Override
                        public void write(int octet) {
                            throw new AssertionError("Expected whole pieces");
                        }

                        @Override
                        public void write(byte[] octets, int from, int count) throws IOException {
                            try {
                                go.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                            written.addAndGet(count);
                        }
                    }));
            CountDownLatch aWhile = new CountDownLatch(1);
            rule.loops().all().get(0).after(Duration.ofMillis(200), aWhile::countDown);
            assertThat(aWhile.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(sent).hasValueLessThan(25_000_000);
            go.countDown();
            future.get(20, TimeUnit.SECONDS);
            assertThat(written).hasValue(50_000_000);
        }
    }

    @Test
    void aChannelIsWrittenAndLeftOpen() throws Exception {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        WritableByteChannel channel = Channels.newChannel(got);
        try (RawServer server = RawServer.answering(HELLO)) {
            send(server, BodySink.to(channel));
            send(server, BodySink.to(channel));
        }
        assertThat(channel.isOpen()).isTrue();
        assertThat(got.toString(StandardCharsets.US_ASCII)).isEqualTo("hellohello");
    }

    @Test
    void isForOneResponse() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            BodySink sink = BodySink.toFile(folder.resolve("file"));
            send(server, sink);
            assertThat(failure(server, sink)).hasMessageContaining("Expected a sink for one response");
        }
    }

    @Test
    void aSinkIsToldHowItEnds() throws Exception {
        CompletableFuture<String> ends = new CompletableFuture<>();
        CountDownLatch part = new CountDownLatch(1);
        BodySink sink = new BodySink() {
            @Override
            public boolean part(ByteBuffer bytes) {
                part.countDown();
                return true;
            }

            @Override
            public void discard() {
                ends.complete("discarded");
            }
        };
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\nx");
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), sink);
            assertThat(part.await(5, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            assertThat(ends.get(5, TimeUnit.SECONDS)).isEqualTo("discarded");
        }
    }

    @Test
    void theDeadlineCountsWhileASinkFinishes() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.get(server.url()).withDeadline(Duration.ofMillis(100)), new BodySink() {
                        @Override
                        public boolean part(ByteBuffer bytes) {
                            return true;
                        }

                        @Override
                        public CompletableFuture<Void> finish() {
                            return new CompletableFuture<>();
                        }
                    }));
            assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
            assertThat(failure.phase()).isEqualTo(Phase.SINK);
        }
    }

    private Response send(RawServer server, BodySink sink) throws Exception {
        return rule.client().send(Request.get(server.url()), sink).get(10, TimeUnit.SECONDS);
    }

    private HttpFailure failure(RawServer server, BodySink sink) {
        return ClientRule.failure(rule.client().send(Request.get(server.url()), sink));
    }
}
