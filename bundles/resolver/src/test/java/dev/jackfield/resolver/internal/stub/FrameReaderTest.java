package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static byte[] message(int length) {
        byte[] message = new byte[length];
        new Random(length).nextBytes(message);
        return message;
    }

    private static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(2 + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    private static void check(FrameReader reader, byte[] message) {
        assertThat(Arrays.copyOf(reader.octets(), reader.length())).isEqualTo(message);
    }

    @Test
    void takesPiecesCutAnywhere() {
        byte[] message = message(1100);
        byte[] framed = framed(message);
        for (int cut = 0; cut < framed.length; cut++) {
            FrameReader reader = new FrameReader();
            assertThat(reader.take(ByteBuffer.wrap(framed, 0, cut))).isFalse();
            assertThat(reader.take(ByteBuffer.wrap(framed, cut, framed.length - cut)))
                    .isTrue();
            check(reader, message);
        }
    }

    @Test
    void takesSingleOctetsAndTheLongestMessage() {
        byte[] message = message(65535);
        ByteBuffer all = ByteBuffer.wrap(framed(message));
        FrameReader reader = new FrameReader();
        for (int i = 1; i <= all.capacity(); i++) {
            assertThat(reader.take(all.limit(i))).isEqualTo(i == all.capacity());
        }
        check(reader, message);
    }

    @Test
    void leavesWhatComesBehind() {
        ByteBuffer two = ByteBuffer.wrap(new byte[] {0, 1, 7, 0, 1, 8});
        FrameReader reader = new FrameReader();
        assertThat(reader.take(two)).isTrue();
        check(reader, new byte[] {7});
        assertThat(two.remaining()).isEqualTo(3);
    }

    @Test
    void takesAnEmptyMessage() {
        FrameReader reader = new FrameReader();
        assertThat(reader.take(ByteBuffer.wrap(new byte[2]))).isTrue();
        assertThat(reader.length()).isZero();
    }

    @Test
    void reservesNothingForPromises() {
        FrameReader reader = new FrameReader();
        reader.take(ByteBuffer.wrap(new byte[] {-1, -1, 1, 2, 3}));
        assertThat(reader.octets().length).isLessThan(4096);
        assertThat(reader.progress()).isEqualTo("3 of 65535 octets");
    }
}
