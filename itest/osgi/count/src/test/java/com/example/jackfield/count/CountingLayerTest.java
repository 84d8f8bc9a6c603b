package com.example.jackfield.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Every rule of the SPI, and what this layer is for. */
class CountingLayerTest extends LayerContract {
    @Override
    protected Layer layer() {
        return new CountingLayer();
    }

    /** The other end need not know that somebody counts. */
    @Override
    protected CompletionStage<Wire> farEnd(Wire far) {
        return CompletableFuture.completedFuture(far);
    }

    @Override
    protected boolean needsAnAnswer() {
        return false;
    }

    @Test
    void countsBothDirectionsUnderTheNameInBrackets() throws Exception {
        CountingLayer counts = new CountingLayer();
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pair = PipeWire.pair(loop);
        CompletableFuture<Wire> made = new CompletableFuture<>();
        counts.configured(Link.parse("count(billing)"))
                .over(pair.near(), target(), Dial.on(loop))
                .thenAccept(made::complete);
        loop.run();

        made.join().write(new ByteBuffer[] {ByteBuffer.allocate(5)}, 0, 1);
        pair.far().write(new ByteBuffer[] {ByteBuffer.allocate(3)}, 0, 1);
        made.join().read(ByteBuffer.allocate(9));

        assertThat(counts.applyAsLong("billing")).isEqualTo(8);
        assertThat(counts.applyAsLong("somebody else")).isZero();
    }
}
