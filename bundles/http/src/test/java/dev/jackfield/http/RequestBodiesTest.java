package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of requests, as a server gets them. */
class RequestBodiesTest {
    private static final String DONE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @TempDir
    Path folder;

    private final CompletableFuture<String> heard = new CompletableFuture<>();

    @Test
    void aFileGoesOutWithItsLengthAndTheConnectionIsKept() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "0123456789".repeat(100_000));
        try (RawServer server = new RawServer(peer -> {
            for (int i = 0; i < 2; i++) {
                String head = peer.request();
                assertThat(head).contains("Content-Length: 1000000\r\n").contains("Content-Type: a/b\r\n");
                heard.complete(peer.body(1_000_000));
                peer.send(DONE);
            }
            peer.awaitEnd();
        })) {
            Request request = Request.of("PUT", server.url())
                    .withBody(RequestBody.of(file).typed("a/b"));
            send(request);
            send(request);
            assertThat(heard.join()).isEqualTo("0123456789".repeat(100_000));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatHasNoSizeIsReadToItsEnd() throws Exception {
        Path limits = Path.of("/proc/self/limits");
        assumeTrue(Files.isRegularFile(limits), "no /proc here");
        assertThat(inChunks(limits)).startsWith("Limit").hasSizeGreaterThan(100);
    }

    @Test
    void aPipeIsReadToItsEnd() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, "through the pipe");
            } catch (IOException e) {
                heard.completeExceptionally(e);
            }
        });
        writer.setDaemon(true);
        writer.start();
        assertThat(inChunks(pipe)).isEqualTo("through the pipe");
    }

    @Test
    void anEmptyFileHasALength() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(RequestBody.of(file).length()).hasValue(0);
    }

    /** What a server gets of a file of unknown length, in one chunk. */
    private String inChunks(Path file) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            assertThat(peer.request()).contains("Transfer-Encoding: chunked\r\n");
            heard.complete(peer.body(Integer.parseInt(peer.line().strip(), 16)));
            peer.line();
            assertThat(peer.line().strip()).isEqualTo("0");
            peer.send(DONE);
        })) {
            send(Request.of("PUT", server.url()).withBody(RequestBody.of(file)));
            return heard.join();
        }
    }

    @Test
    void aFileIsMeasuredAnewEachTime() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "1");
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.body(1);
            peer.send(DONE);
            heard.complete(peer.request() + peer.body(3));
            peer.send(DONE);
        })) {
            Request request = Request.post(server.url(), RequestBody.of(file));
            send(request);
            Files.writeString(file, "123");
            send(request);
            assertThat(heard.join()).contains("Content-Length: 3\r\n").endsWith("\r\n\r\n123");
        }
    }

    @Test
    void aFileThatIsNotThereIsNotSent() throws Exception {
        try (RawServer server = new RawServer(peer -> heard.complete(peer.request()))) {
            HttpFailure failure = ClientRule.failure(
                    rule.client().send(Request.post(server.url(), RequestBody.of(folder.resolve("none")))));
            assertThat(failure.phase()).isEqualTo(Phase.SEND);
            assertThat(failure).hasCauseInstanceOf(NoSuchFileException.class);
            assertThat(heard.get(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void aStreamGoesOutInChunks() throws Exception {
        try (RawServer server = chunked()) {
            send(Request.post(server.url(), RequestBody.of(() -> new ByteArrayInputStream(bytes("a stream")))));
            assertThat(heard.join()).isEqualTo("8\r\na stream\r\n0\r\n");
        }
    }

    @Test
    void aStreamThatBreaksEndsTheExchange() throws Exception {
        try (RawServer server = new RawServer(RawServer.Peer::awaitEnd)) {
            HttpFailure failure = ClientRule.failure(rule.client()
                    .send(Request.post(server.url(), RequestBody.of(() -> new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("worn out");
                        }
                    }))));
            assertThat(failure.phase()).isEqualTo(Phase.SEND);
            assertThat(failure).hasRootCauseMessage("worn out");
        }
    }

    @Test
    void aPublisherIsAskedForAFewAtATime() throws Exception {
        SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>(Runnable::run, 2);
        try (RawServer server = chunked()) {
            CompletableFuture<Response> future =
                    rule.client().send(Request.post(server.url(), RequestBody.of(publisher)));
            awaitSubscriber(publisher);
            assertThat(publisher.estimateMaximumLag()).isLessThan(10);
            publisher.submit(ByteBuffer.wrap(bytes("one")));
            publisher.submit(ByteBuffer.wrap(bytes("two")));
            publisher.close();
            future.get(10, TimeUnit.SECONDS);
            assertThat(heard.join().replaceAll("[0-9]\r\n|\r\n", "")).isEqualTo("onetwo");
        }
    }

    @Test
    void aPublisherThatFailsEndsTheExchange() throws Exception {
        try (RawServer server = new RawServer(RawServer.Peer::awaitEnd);
                SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>(Runnable::run, 2)) {
            CompletableFuture<Response> future =
                    rule.client().send(Request.post(server.url(), RequestBody.of(publisher)));
            awaitSubscriber(publisher);
            publisher.closeExceptionally(new IllegalStateException("out of paper"));
            assertThat(ClientRule.failure(future)).hasRootCauseMessage("out of paper");
        }
    }

    @Test
    void aPublisherIsCancelledWithTheExchange() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch subscribed = new CountDownLatch(1);
        Flow.Publisher<ByteBuffer> publisher = subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    subscribed.countDown();
                }

                @Override
                public void cancel() {
                    cancelled.countDown();
                }
            });
        };
        try (RawServer server = new RawServer(RawServer.Peer::awaitEnd)) {
            CompletableFuture<Response> future =
                    rule.client().send(Request.post(server.url(), RequestBody.of(publisher)));
            assertThat(subscribed.await(5, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEarlyRefusalEndsTheSending() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        CountDownLatch sendRest = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            assertThat(peer.line()).as("a first chunk, so the stream is open").isNotEmpty();
            peer.send("HTTP/1.1 413 Too much\r\nContent-Length: 4\r\n\r\n");
            sendRest.await();
            peer.send("stop");
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> future =
                    rule.client().send(Request.post(server.url(), RequestBody.of(() -> endless)));
            assertThat(closed.await(10, TimeUnit.SECONDS))
                    .as("at the head already")
                    .isTrue();
            sendRest.countDown();
            assertThat(future.get(10, TimeUnit.SECONDS).text()).isEqualTo("stop");
            assertThat(rule.client().readings().connections()).isZero();
        }
    }

    @Test
    void aFormAndPartsArrive() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            heard.complete(peer.request() + peer.body(7));
            peer.send(DONE);
        })) {
            send(Request.post(server.url(), RequestBody.form("a", "b", "c", "d")));
            assertThat(heard.join())
                    .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                    .endsWith("a=b&c=d");
        }
    }

    private RawServer chunked() throws IOException {
        return new RawServer(peer -> {
            String head = peer.request();
            StringBuilder body = new StringBuilder();
            if (!head.contains("Transfer-Encoding: chunked\r\n") || head.contains("Content-Length")) {
                heard.completeExceptionally(new AssertionError("Expected chunks, got " + head));
            }
            while (!body.toString().endsWith("0\r\n")) {
                body.append(peer.line()).append("\n");
            }
            heard.complete(body.toString());
            peer.send(DONE);
        });
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(10, TimeUnit.SECONDS);
    }

    private static void awaitSubscriber(SubmissionPublisher<?> publisher) {
        new dev.jackfield.testkit.BackAtZero(
                        () -> java.util.Map.of("nobody has subscribed", publisher.hasSubscribers() ? 0 : 1))
                .check();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
