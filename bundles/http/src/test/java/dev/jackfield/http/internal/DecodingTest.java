package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.coding.Codings;
import dev.jackfield.http.internal.coding.Encoded;
import dev.jackfield.http.internal.message.Framing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoding on the way to a receiver that pauses, or is flooded. */
class DecodingTest {
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private final ByteBuffer scratch = ByteBuffer.allocate(1000);
    private boolean paused;
    private boolean hesitant;

    private final Incoming receiver = new Incoming() {
        @Override
        public void head(Call call, ResponseHead head, Framing framing) {
            throw new AssertionError("No head was sent");
        }

        @Override
        public void part(ByteBuffer in, int count) {
            assertThat(paused).as("a part while it is paused").isFalse();
            for (int i = 0; i < count; i++) {
                got.write(in.get());
            }
            paused = hesitant;
        }

        @Override
        public byte[] body() {
            return got.toByteArray();
        }

        @Override
        public boolean paused() {
            return paused;
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100, 1_000_000})
    void losesNothingIfTheReceiverPausesAfterEachPart(int piece) throws Exception {
        hesitant = true;
        byte[] plain = new byte[200_000];
        Random random = new Random(1);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (random.nextInt(50) == 0 ? random.nextInt() : i >> 12);
        }
        offer(Encoded.gzip(plain), piece, 200);
        assertThat(got.toByteArray()).isEqualTo(plain);
    }

    @Test
    void stopsABodyThatSwells() throws Exception {
        byte[] bomb = Encoded.gzip(new byte[3_000_000]);
        assertThat(3_000_000 / bomb.length).isGreaterThan(500);
        assertThatThrownBy(() -> offer(bomb, 1000, 200))
                .isInstanceOf(HttpFailure.class)
                .hasMessageMatching("Expected a decoded body of at most 200 times what came by the wire \\(maxRatio\\),"
                        + " got \\d+ octets of \\d+");
        assertThat(got.size()).isLessThanOrEqualTo(1 << 20);
        got.reset();
        offer(bomb, 1000, 2000);
        assertThat(got.size()).isEqualTo(3_000_000);
    }

    @Test
    void theFirstMebibyteIsFree() throws Exception {
        offer(Encoded.gzip(new byte[1 << 20]), 1000, 1);
        assertThat(got.size()).isEqualTo(1 << 20);
    }

    private void offer(byte[] coded, int piece, int maxRatio) throws HttpFailure {
        Codings codings = Codings.of(Headers.of("Content-Encoding", "gzip")).orElseThrow();
        Decoding decoding = new Decoding(receiver, codings, maxRatio, scratch::clear);
        try {
            ByteBuffer left = ByteBuffer.wrap(coded);
            while (left.hasRemaining()) {
                paused = false;
                // What is not taken is offered again, from somewhere else.
                byte[] copy =
                        Arrays.copyOfRange(coded, left.position(), Math.min(left.position() + piece, coded.length));
                ByteBuffer in = ByteBuffer.wrap(copy);
                decoding.part(in, copy.length);
                left.position(left.position() + in.position());
                Arrays.fill(copy, (byte) -1);
            }
            decoding.end();
        } finally {
            decoding.close();
        }
    }
}
