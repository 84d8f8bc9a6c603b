package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Updates of keys, which carry no data: as many as anybody has use for, but no flood of them. */
class FloodTest {
    private final ByteBuffer into = ByteBuffer.allocate(1000);
    private final ByHand hand;

    FloodTest() throws Exception {
        hand = new ByHand(Tls.of(TestKeys.profile())).handshake();
        hand.send(hand.wrap(new byte[] {1}));
        assertThat(hand.read()).hasSize(1);
    }

    private void update(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            hand.server.beginHandshake();
            hand.send(hand.answer());
        }
    }

    /** Reads until nothing is left below. */
    private void readAll() throws IOException {
        do {
            assertThat(hand.wire().read(into.clear())).isZero();
        } while (((TlsWire) hand.wire()).holdsBuffers());
        hand.heard();
    }

    private void stillWorks() throws IOException {
        hand.send(hand.wrap(new byte[] {7, 8}));
        assertThat(hand.read()).containsExactly(7, 8);
        hand.wire().write(new ByteBuffer[] {ByteBuffer.wrap(new byte[] {9})}, 0, 1);
        assertThat(hand.heard()).endsWith(9);
    }

    @Test
    void aFloodIsEnded() throws Exception {
        update(Reading.MOST_EMPTY);
        readAll();
        update(1);
        assertThatThrownBy(this::readAll)
                .hasMessage(
                        "The TLS connection is broken: Expected data, got 257 records in a row without any, of which 256 may"
                                + " come at once and 16 more each second");
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void howeverManyMayComeSlowly() throws Exception {
        for (int i = 0; i < 3 * Reading.MOST_EMPTY; i++) {
            hand.loop.advance(Duration.ofSeconds(1).dividedBy(Reading.MOST_EMPTY_A_SECOND));
            update(1);
            readAll();
        }
        stillWorks();
    }

    /** As on a connection on which there was nothing to read for long. */
    @Test
    void andBeReadAllAtOnce() throws Exception {
        int slow = 3 * Reading.MOST_EMPTY;
        update(slow);
        hand.loop.advance(Duration.ofSeconds(slow / Reading.MOST_EMPTY_A_SECOND));
        readAll();
        stillWorks();
    }

    @Test
    void dataBetweenThemBeginsTheCountAnew() throws Exception {
        for (int i = 0; i < 2; i++) {
            update(Reading.MOST_EMPTY);
            readAll();
            stillWorks();
        }
    }

    @Test
    void leavesTheLoopToOthersAfterEachOfSoMany() throws Exception {
        update(Reading.MOST_EMPTY_A_READ);
        hand.send(hand.wrap(new byte[] {5}));
        assertThat(hand.wire().read(into.clear())).isZero();
        AtomicInteger told = new AtomicInteger();
        hand.wire().whenReadable(told::incrementAndGet);
        assertThat(told).hasValue(0);
        hand.loop.run();
        assertThat(told).hasValue(1);
        assertThat(hand.read()).containsExactly(5);
    }
}
