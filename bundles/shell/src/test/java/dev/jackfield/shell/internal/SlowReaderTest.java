package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever reads the output may take their time; the server is not to blame for it. */
@Timeout(60)
class SlowReaderTest {
    /** More than the hand-over and all buffers of the system on the way hold. */
    private static final int LENGTH = 64 * 1024 * 1024;

    /** Longer than a system may need to go on after a window of zero (RFC 9293 section 3.8.6.1), and than a busy machine. */
    private static final String TIMEOUT = "0.9";

    /** The pause itself is what is tried: three times the limit. */
    private static final long PAUSE = 2_700;

    private final ExecutorService serving = Executors.newSingleThreadExecutor();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final CountDownLatch never = new CountDownLatch(1);
    private ServerSocket server;

    @AfterEach
    void close() throws Exception {
        never.countDown();
        server.close();
        serving.shutdown();
        assertThat(serving.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void getsEverythingThoughItPausesForLongerThanTheTimeout() throws Exception {
        serve();
        Typed typed = Typed.into(
                reader(() ->
                        assertThat(never.await(PAUSE, TimeUnit.MILLISECONDS)).isFalse()),
                InputStream.nullInputStream(),
                "get",
                "--timeout",
                TIMEOUT,
                url());
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        assertThat(read).hasValue(LENGTH);
    }

    @Test
    void leavesWhatNobodyReadsWithTheServer() throws Exception {
        serve();
        AtomicLong meanwhile = new AtomicLong();
        Typed typed = Typed.into(
                reader(() -> {
                    assertThat(never.await(PAUSE, TimeUnit.MILLISECONDS)).isFalse();
                    meanwhile.set(sent.get());
                }),
                InputStream.nullInputStream(),
                "get",
                url());
        assertThat(typed.status()).isZero();
        // The buffers of two sockets, and the hand-over.
        assertThat(meanwhile.get()).isLessThan(LENGTH / 2);
    }

    @Test
    void endsWhenTimeIsUpThoughNobodyReads() throws Exception {
        serve();
        long begin = System.nanoTime();
        Typed typed = Typed.into(reader(never::await), InputStream.nullInputStream(), "get", "-m", "0.4", url());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertThat(typed.status()).isEqualTo(28);
        assertThat(typed.err())
                .isEqualToNormalizingNewlines(
                        "jackfield: 598 SINK: Expected an end within 0.4 s, but the output takes no more\n");
        assertThat(millis).isBetween(400L, 5_000L);
        assertThat(Thread.interrupted()).as("interrupted for good").isFalse();
    }

    @Test
    void chargesAServerThatFallsSilentAfterThePause() throws Exception {
        server = listen();
        serving.execute(() -> {
            try (Socket peer = accept()) {
                peer.getOutputStream().write(new byte[3 * 1024 * 1024]);
                never.await();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Typed typed = Typed.into(
                reader(() ->
                        assertThat(never.await(PAUSE, TimeUnit.MILLISECONDS)).isFalse()),
                InputStream.nullInputStream(),
                "get",
                "--timeout",
                TIMEOUT,
                url());
        assertThat(typed.status()).isEqualTo(28);
        assertThat(typed.err())
                .isEqualToNormalizingNewlines("jackfield: 597 BODY: Expected some activity within 900 ms, got none\n");
        assertThat(read).hasValue(3 * 1024 * 1024);
    }

    private interface Pause {
        void take() throws InterruptedException;
    }

    private OutputStream reader(Pause first) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                throw new AssertionError("octet by octet");
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                if (read.getAndAdd(length) == 0) {
                    try {
                        first.take();
                    } catch (InterruptedException e) {
                        throw new java.io.InterruptedIOException("interrupted");
                    }
                }
            }
        };
    }

    private void serve() throws IOException {
        server = listen();
        serving.execute(() -> {
            try (Socket peer = accept()) {
                byte[] block = new byte[64 * 1024];
                while (sent.get() < LENGTH) {
                    peer.getOutputStream().write(block);
                    sent.addAndGet(block.length);
                }
            } catch (IOException e) {
                // The command hung up, as it should when time is up.
                sent.set(-1);
            }
        });
    }

    private Socket accept() throws IOException {
        Socket peer = server.accept();
        InputStream in = peer.getInputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            head += (char) in.read();
        }
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + LENGTH + "\r\n\r\n";
        peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return peer;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }
}
