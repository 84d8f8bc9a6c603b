package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Callers' streams that do not return: they keep their own threads, and nobody else waiting. */
class StuckStreamsTest {
    private static final int MANY = 40;
    private static final String CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withMaxPerHost(2 * MANY));

    @TempDir
    Path folder;

    private final CountDownLatch stuck = new CountDownLatch(MANY);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void manyOfThemLeaveTheRestAlone() throws Exception {
        CountDownLatch half = new CountDownLatch(MANY / 2);
        CountDownLatch all = new CountDownLatch(MANY);
        try (RawServer server = new RawServer(StuckStreamsTest::take)) {
            List<CompletableFuture<Response>> uploads = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                uploads.add(upload(server, new Stubborn(() -> {
                    half.countDown();
                    all.countDown();
                })));
            }
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            uploads.subList(0, MANY / 2).forEach(upload -> upload.cancel(true));
            assertThat(half.await(10, TimeUnit.SECONDS))
                    .as("streams closed under those that read them")
                    .isTrue();

            Path file = Files.writeString(folder.resolve("file"), "hello");
            List<CompletableFuture<?>> others = new ArrayList<>();
            for (int i = 0; i < MANY / 2; i++) {
                CompletableFuture<Void> handshake = new CompletableFuture<>();
                rule.loops().all().get(i % 2).blocking().execute(() -> handshake.complete(null));
                others.add(handshake);
                others.add(rule.client().send(Request.post(server.url(), RequestBody.of(file))));
            }
            for (CompletableFuture<?> other : others) {
                other.get(10, TimeUnit.SECONDS);
            }

            release.countDown();
            for (CompletableFuture<Response> upload : uploads.subList(MANY / 2, MANY)) {
                assertThat(upload.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
            }
            assertThat(all.await(10, TimeUnit.SECONDS)).as("closed").isTrue();
        }
    }

    @Test
    void oneThatMindsInterruptsIsLeftToItsReader() throws Exception {
        CompletableFuture<Thread> reader = new CompletableFuture<>();
        CompletableFuture<Thread> closer = new CompletableFuture<>();
        try (RawServer server = new RawServer(StuckStreamsTest::take)) {
            CompletableFuture<Response> upload = upload(server, new InputStream() {
                @Override
                public int read() throws IOException {
                    reader.complete(Thread.currentThread());
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return -1;
                }

                @Override
                public void close() {
                    closer.complete(Thread.currentThread());
                }
            });
            reader.get(10, TimeUnit.SECONDS);
            upload.cancel(true);
            assertThat(closer.get(10, TimeUnit.SECONDS)).isSameAs(reader.join());
        }
    }

    @Test
    void aSupplierThatIsStuckIsInterrupted() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (RawServer server = new RawServer(StuckStreamsTest::take)) {
            CompletableFuture<Response> upload = rule.client().send(Request.post(server.url(), RequestBody.of(() -> {
                called.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return InputStream.nullInputStream();
            })));
            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
            upload.cancel(true);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aWriterToSomethingOfTheCallersIsNotInterrupted() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean disturbed = new AtomicBoolean();
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\nx");
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> future = rule.client()
                    .send(Request.get(server.url()), BodySink.to(new OutputStream() {
                        @Override
                        public void write(int octet) {
                            writing.countDown();
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                disturbed.set(true);
                            }
                            done.countDown();
                        }
                    }));
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
            future.cancel(true);
            rule.awaitReadings(Readings.ZERO);
            release.countDown();
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(disturbed).isFalse();
        }
    }

    @Test
    void aPipeThatNobodyReadsIsLetGoOf() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        String block = "x".repeat(1 << 20);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\n\r\n" + block);
            peer.awaitEnd();
        })) {
            CompletableFuture<Response> future = rule.client().send(Request.get(server.url()), BodySink.toFile(pipe));
            try (InputStream reader = Files.newInputStream(pipe)) {
                assertThat(reader.read()).isEqualTo('x');
                future.cancel(true);
                rule.awaitReadings(Readings.ZERO);
                // Its end comes when the writer, who had to wait for us, has closed it.
                assertThat(reader.readAllBytes()).hasSizeLessThan(block.length());
            }
        }
    }

    private CompletableFuture<Response> upload(RawServer server, InputStream stream) {
        return rule.client().send(Request.post(server.url(), RequestBody.of(() -> stream)));
    }

    /** Takes one body in chunks, or of five octets, at a time. */
    private static void take(RawServer.Peer peer) throws IOException {
        for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
            if (head.contains("chunked")) {
                for (String line = peer.line(); !line.startsWith("0"); line = peer.line()) {
                    if (line.isEmpty()) {
                        return;
                    }
                }
                peer.line();
            } else {
                peer.body(5);
            }
            peer.send(CREATED);
        }
    }

    /** Minds neither interrupts nor being closed. */
    private final class Stubborn extends InputStream {
        private final Runnable whenClosed;

        Stubborn(Runnable whenClosed) {
            this.whenClosed = whenClosed;
        }

        @Override
        public int read() {
            stuck.countDown();
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    // It does not mind.
                }
            }
            return -1;
        }

        @Override
        public void close() {
            whenClosed.run();
        }
    }
}
