package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class InboundTest {
    private final PipeWire.Pair pipe =
            PipeWire.pair(new ManualLoop(), Chunks.whole(), Chunks.whole(), Inbound.MOST_DRAINED + 100);

    @Test
    void drainsOnlySoMuch() throws Exception {
        pipe.far().write(new ByteBuffer[] {ByteBuffer.allocate(Inbound.MOST_DRAINED + 7)}, 0, 1);

        new Inbound(pipe.near()).drain();

        assertThat(pipe.near().read(ByteBuffer.allocate(100))).isEqualTo(7);
    }

    @Test
    void drainsWhatIsBroken() {
        pipe.far().reset(new IOException("Connection reset"));

        Inbound in = new Inbound(pipe.near());
        in.drain();

        assertThat(in.holds()).isFalse();
    }
}
