package dev.jackfield.http.internal.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.testkit.ManualLoop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StreamSupplyTest {
    private final ManualLoop loop = new ManualLoop();
    private final AtomicInteger closed = new AtomicInteger();
    private int told;

    @Test
    void readsTheWholeInPiecesOfAnySize() throws Exception {
        byte[] octets = new byte[200_000];
        new Random(1).nextBytes(octets);
        for (int piece : new int[] {1, 4_096, 1_000_000}) {
            assertThat(Drained.octets(new StreamSource(() -> counted(octets)), piece))
                    .isEqualTo(octets);
        }
        assertThat(closed).hasValue(3);
    }

    @Test
    void readsOneBufferAheadAndNoMore() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        Supply supply = open(() -> endless);
        assertThat(supply.read(ByteBuffer.allocate(10))).isZero();
        loop.settle();
        assertThat(told).isEqualTo(1);
        assertThat(supply.read(ByteBuffer.allocate(10))).isEqualTo(10);
        assertThat(loop.blockers()).as("more in advance").isZero();
    }

    @Test
    void asksAStreamThatGaveNothingForOneOctet() throws Exception {
        assertThat(Drained.octets(
                        new StreamSource(() -> new ByteArrayInputStream(new byte[] {7, 8}) {
                            @Override
                            public int read(byte[] into) {
                                return 0;
                            }
                        }),
                        10))
                .containsExactly(7, 8);
    }

    @Test
    void tellsWhatTheStreamThrew() {
        Supply supply = open(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        assertThat(reading(supply)).isZero();
        loop.settle();
        assertThatThrownBy(() -> supply.read(ByteBuffer.allocate(1))).hasMessage("broken");
        assertThat(closed).hasValue(1);
    }

    @Test
    void tellsIfThereIsNoStream() {
        Supply nothing = open(() -> null);
        reading(nothing);
        loop.settle();
        assertThatThrownBy(() -> nothing.read(ByteBuffer.allocate(1)))
                .hasMessageContaining("Expected a stream, got null");
    }

    @Test
    void tellsIfAStreamGivesMoreThanThereIsRoomFor() {
        Supply liar = open(() -> new ByteArrayInputStream(new byte[0]) {
            @Override
            public int read(byte[] into) {
                return into.length + 1;
            }
        });
        reading(liar);
        loop.settle();
        assertThatThrownBy(() -> liar.read(ByteBuffer.allocate(1)))
                .hasMessage("Expected at most 65536 octets of a stream at a time, got 65537");
    }

    @Test
    void closesWhatIsOpenOnceItIsNotReadAnyMore() {
        Supply supply = open(() -> counted(new byte[1_000_000]));
        reading(supply);
        loop.settle();
        assertThat(reading(supply)).isEqualTo(1);
        supply.close();
        supply.close();
        assertThat(closed).as("on the loop").hasValue(0);
        loop.settle();
        assertThat(closed).hasValue(1);

        Supply early = open(() -> {
            throw new AssertionError("Expected not to be opened any more");
        });
        reading(early);
        early.close();
        loop.settle();
        assertThat(told).isEqualTo(1);
    }

    private Supply open(Supplier<? extends InputStream> stream) {
        return new StreamSource(stream).open(loop, () -> told++);
    }

    private static int reading(Supply supply) {
        try {
            return supply.read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private InputStream counted(byte[] octets) {
        return new ByteArrayInputStream(octets) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
