package dev.jackfield.shell.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacedWireTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration NEARLY = Duration.ofMillis(900);

    private final ManualLoop loop = new ManualLoop();
    private final PipeWire.Pair pair = PipeWire.pair(loop);
    private final HandGate gate = new HandGate();
    private final Wire wire = new PacedWire(pair.near(), gate, LIMIT);
    private final AtomicInteger told = new AtomicInteger();
    private final ByteBuffer in = ByteBuffer.allocate(100);

    @Test
    void readsWhatIsThereWhileTheGateIsOpen() throws IOException {
        send();
        wire.whenReadable(told::incrementAndGet);
        loop.run();
        assertThat(told).hasValue(1);
        assertThat(wire.read(in)).isEqualTo(5);
    }

    @Test
    void readsNothingWhileTheGateIsClosed() throws IOException {
        send();
        gate.open = false;
        assertThat(wire.read(in)).isZero();
        wire.whenReadable(told::incrementAndGet);
        loop.run();
        assertThat(told).hasValue(0);
        gate.openUp();
        loop.run();
        assertThat(told).hasValue(1);
        assertThat(wire.read(in)).isEqualTo(5);
    }

    @Test
    void breaksWhenThePeerIsSilentForTooLong() {
        wire.whenReadable(told::incrementAndGet);
        loop.advance(NEARLY);
        assertThat(told).hasValue(0);
        loop.advance(LIMIT);
        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> wire.read(in))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("Expected some activity within 1 s, got none");
    }

    @Test
    void beginsToWaitAnewWithEachRead() throws IOException {
        for (int i = 0; i < 5; i++) {
            wire.whenReadable(told::incrementAndGet);
            loop.advance(NEARLY);
            assertThat(told).hasValue(i);
            send();
            loop.run();
            assertThat(told).hasValue(i + 1);
            assertThat(wire.read(in.clear())).isEqualTo(5);
        }
    }

    @Test
    void doesNotChargeThePeerForTheTimeTheGateWasClosed() throws IOException {
        wire.whenReadable(told::incrementAndGet);
        send();
        loop.run();
        gate.open = false;
        wire.whenReadable(told::incrementAndGet);
        loop.advance(Duration.ofHours(1));
        assertThat(told).hasValue(1);
        gate.openUp();
        loop.run();
        assertThat(told).hasValue(2);
        assertThat(wire.read(in)).isEqualTo(5);

        // From now on it is the peer's turn again, and it gets all of its time.
        wire.whenReadable(told::incrementAndGet);
        loop.advance(NEARLY);
        assertThat(told).hasValue(2);
        loop.advance(LIMIT);
        assertThat(told).hasValue(3);
        assertThatThrownBy(() -> wire.read(in)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void leavesNothingBehind() {
        wire.whenReadable(told::incrementAndGet);
        wire.close();
        assertThat(loop.timers()).isZero();
        assertThat(pair.near().isOpen()).isFalse();
        loop.advance(LIMIT.multipliedBy(3));
        assertThat(told).hasValue(0);
    }

    @Test
    void doesNotListenOnceItIsClosed() {
        gate.open = false;
        wire.whenReadable(told::incrementAndGet);
        wire.close();
        gate.openUp();
        loop.run();
        assertThat(loop.timers()).isZero();
        assertThat(told).hasValue(0);
    }

    private void send() throws IOException {
        pair.far().write(new ByteBuffer[] {ByteBuffer.wrap("hello".getBytes())}, 0, 1);
    }

    private static final class HandGate implements Gate {
        private boolean open = true;
        private Runnable waiting = () -> {};

        @Override
        public boolean open() {
            return open;
        }

        @Override
        public void whenOpen(Runnable once) {
            waiting = once;
        }

        void openUp() {
            open = true;
            waiting.run();
        }
    }
}
