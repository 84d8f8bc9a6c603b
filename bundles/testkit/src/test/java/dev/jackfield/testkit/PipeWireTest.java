package dev.jackfield.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Wires;
import dev.jackfield.testkit.internal.WireLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PipeWireTest {
    private final ManualLoop loop = new ManualLoop();

    @Nested
    class Whole extends WireContract {
        @Override
        protected Ends connect() {
            PipeWire.Pair pair = PipeWire.pair(loop);
            return new Ends(pair.near(), new WireLine(pair.far()));
        }
    }

    @Nested
    class InCrumbs extends WireContract {
        @Override
        protected Ends connect() {
            PipeWire.Pair pair = PipeWire.pair(loop, Chunks.of(1), Chunks.of(2), 128);
            return new Ends(pair.near(), new WireLine(pair.far()));
        }

        @Override
        protected int large() {
            return 2000;
        }
    }

    @Test
    void cutsReadsAndMakesTheReaderWaitInBetween() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop, Chunks.at(2, 5), Chunks.whole(), 100);
        write(pair.near(), "abcdefgh");
        assertThat(read(pair.far())).isEqualTo("ab");
        assertThat(read(pair.far())).isEmpty();
        assertThat(read(pair.far())).isEqualTo("cde");
        assertThat(read(pair.far())).isEmpty();
        assertThat(read(pair.far())).isEqualTo("fgh");
    }

    @Test
    void cutsWritesAndMakesTheWriterWaitInBetween() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop, Chunks.whole(), Chunks.of(3), 100);
        ByteBuffer[] source = {ByteBuffer.wrap("abcd".getBytes(US_ASCII))};
        assertThat(pair.near().write(source, 0, 1)).isEqualTo(3);
        assertThat(pair.near().write(source, 0, 1)).isZero();
        assertThat(pair.near().write(source, 0, 1)).isEqualTo(1);
        assertThat(read(pair.far())).isEqualTo("abcd");
    }

    @Test
    void takesNoMoreThanFits() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop, Chunks.whole(), Chunks.whole(), 4);
        List<String> told = new ArrayList<>();
        ByteBuffer[] source = {ByteBuffer.wrap("abcdef".getBytes(US_ASCII))};
        assertThat(pair.near().write(source, 0, 1)).isEqualTo(4);
        assertThat(pair.near().write(source, 0, 1)).isZero();
        pair.near().whenWritable(() -> told.add("room"));
        loop.run();
        assertThat(told).isEmpty();
        assertThat(pair.near().awaitsWritable()).isTrue();
        assertThat(read(pair.far())).isEqualTo("abcd");
        loop.run();
        assertThat(told).containsExactly("room");
        assertThatIllegalArgumentException().isThrownBy(() -> PipeWire.pair(loop, Chunks.whole(), Chunks.whole(), 0));
    }

    @Test
    void deliversWhatWasSentBeforeTheClose() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop);
        write(pair.near(), "last words");
        pair.near().close();
        assertThat(read(pair.far())).isEqualTo("last words");
        assertThat(pair.far().read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThatThrownBy(() -> write(pair.far(), "too late")).hasMessage("Broken pipe");
    }

    @Test
    void endsOneDirection() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop);
        pair.near().shutdownOutput();
        assertThat(pair.far().read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThatThrownBy(() -> write(pair.near(), "x")).isInstanceOf(ClosedChannelException.class);
        write(pair.far(), "y");
        assertThat(read(pair.near())).isEqualTo("y");
        assertThat(pair.near().isOpen()).isTrue();
    }

    @Test
    void breaks() throws IOException {
        PipeWire.Pair pair = PipeWire.pair(loop);
        IOException failure = new IOException("Connection reset");
        List<String> told = new ArrayList<>();
        write(pair.near(), "lost");
        pair.far().whenReadable(() -> told.add("reader"));
        pair.near().reset(failure);
        loop.run();
        assertThat(told).containsExactly("reader");
        assertThatThrownBy(() -> read(pair.far())).isSameAs(failure);
        assertThatThrownBy(() -> write(pair.far(), "x")).isSameAs(failure);
        assertThatThrownBy(() -> read(pair.near())).isInstanceOf(ClosedChannelException.class);
        assertThat(pair.near().isOpen()).isFalse();
    }

    @Test
    void worksWithTheUsualHelpers() {
        PipeWire.Pair pair = PipeWire.pair(loop, Chunks.of(1), Chunks.of(1), 1);
        var read = Wires.readFully(pair.far(), ByteBuffer.allocate(5)).toCompletableFuture();
        var written = Wires.write(pair.near(), ByteBuffer.wrap("hello".getBytes(US_ASCII)))
                .toCompletableFuture();
        loop.run();
        assertThat(written).isCompleted();
        assertThat(US_ASCII.decode(read.join()).toString()).isEqualTo("hello");
        assertThat(pair.far().awaitsReadable()).isFalse();
    }

    private static void write(PipeWire wire, String text) throws IOException {
        ByteBuffer[] source = {ByteBuffer.wrap(text.getBytes(US_ASCII))};
        assertThat(wire.write(source, 0, 1)).isEqualTo(text.length());
    }

    private static String read(PipeWire wire) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        wire.read(buffer);
        return US_ASCII.decode(buffer.flip()).toString();
    }
}
