package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.internal.body.OctetsBody;
import dev.jackfield.http.internal.body.Source;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as they go over the wire, however little of it the wire takes. */
class UploadTest {
    private final ManualLoop loop = new ManualLoop();
    private String sent = "";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100_000})
    void sendsChunksWhereNoLengthIsKnown(int most) throws Exception {
        String text = "0123456789".repeat(7_000);
        send(stream(text), Source.UNKNOWN, most);
        assertThat(unchunked(sent)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100_000})
    void sendsAKnownLengthAsItIs(int most) throws Exception {
        String text = "0123456789".repeat(7_000);
        send(stream(text), 70_000, most);
        assertThat(sent).isEqualTo(text);
    }

    @Test
    void writesSizesOfAllLengths() throws Exception {
        for (int length : new int[] {0, 1, 15, 16, 255, 256, 4095, 4096, 32_760, 32_761}) {
            send(stream("x".repeat(length)), Source.UNKNOWN, 100_000);
            String first = length == 0 ? "" : Integer.toHexString(Math.min(length, 32_760)) + "\r\n";
            assertThat(sent).startsWith(first + "x".repeat(Math.min(length, 32_760)));
            assertThat(unchunked(sent)).hasSize(length);
            assertThat(sent).endsWith("0\r\n\r\n");
        }
    }

    @Test
    void sendsNoMoreAndNoLessThanWasSaid() {
        // What is there at once: a stream that is read elsewhere may end later than the exchange.
        assertThatThrownBy(() -> send(OctetsBody.of(new byte[] {1, 2, 3}), 2, 100))
                .isInstanceOfSatisfying(
                        HttpFailure.class,
                        failure -> assertThat(failure.phase()).isEqualTo(Phase.SEND))
                .hasMessage("Expected a body of 2 octets, as it said, got at least one more");
        assertThat(sent).isEmpty();
        assertThatThrownBy(() -> send(stream("abc"), 4, 100))
                .hasMessage("Expected a body of 4 octets, as it said, got its end after 3");
        assertThatThrownBy(() -> send(OctetsBody.of(new byte[1]), 0, 100))
                .hasMessage("Expected a body of 0 octets, as it said, got at least one more");
    }

    @Test
    void isNotOpenedBeforeItIsSent() throws Exception {
        boolean[] opened = {false};
        Upload upload = new Upload(
                (Source) RequestBody.of(() -> {
                    opened[0] = true;
                    return new ByteArrayInputStream(new byte[0]);
                }),
                Source.UNKNOWN,
                loop,
                () -> {});
        loop.settle();
        upload.close();
        assertThat(opened).containsExactly(false);
    }

    @Test
    void failsWithWhatThePublisherThrows() {
        Flow.Publisher<ByteBuffer> rude = subscriber -> {
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> send((Source) RequestBody.of(rude), Source.UNKNOWN, 100))
                .isInstanceOf(HttpFailure.class)
                .hasMessage("The body could not be read: java.lang.IllegalStateException: no");
    }

    private static Source stream(String text) {
        return (Source) RequestBody.of(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void isCompleteOnceItsLengthIsOut() throws Exception {
        Flow.Publisher<ByteBuffer> endless = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                subscriber.onNext(ByteBuffer.wrap(new byte[] {'a'}));
            }

            @Override
            public void cancel() {
                // It sends nothing more anyway.
            }
        });
        send((Source) RequestBody.of(endless), 1, 100);
        assertThat(sent).isEqualTo("a");
    }

    private void send(Source source, long length, int most) throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop, Chunks.whole(), Chunks.of(most), 1000);
        Upload upload = new Upload(source, length, loop, () -> {});
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try {
            do {
                upload.flush(pair.near());
                loop.settle();
                take(pair.far(), got);
            } while (!upload.complete());
        } finally {
            take(pair.far(), got);
            sent = got.toString(StandardCharsets.US_ASCII);
            upload.close();
            loop.settle();
        }
    }

    private static void take(PipeWire wire, ByteArrayOutputStream got) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(2000);
        while (wire.read(in) > 0) {
            got.write(in.array(), 0, in.position());
            in.clear();
        }
    }

    private static String unchunked(String chunks) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (true) {
            int end = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, end), 16);
            if (size == 0) {
                assertThat(chunks.substring(end)).isEqualTo("\r\n\r\n");
                return text.toString();
            }
            text.append(chunks, end + 2, end + 2 + size);
            assertThat(chunks.substring(end + 2 + size, end + 4 + size)).isEqualTo("\r\n");
            at = end + 4 + size;
        }
    }
}
