package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Logged;
import dev.jackfield.connector.tls.TestKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever throws while a wire is closed, it is closed, all the way down, and whoever waits is told. */
class BrokenEndTest {
    private static final IllegalStateException BROKEN = new IllegalStateException("on purpose");

    @RegisterExtension
    final Logged logged = new Logged();

    private String breaks = "";

    private void mayBreak(String what) {
        if (breaks.equals(what)) {
            throw BROKEN;
        }
    }

    private final class Engine extends ForwardingEngine {
        Engine() {
            super(TestKeys.client());
        }

        @Override
        public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer into) throws SSLException {
            mayBreak("wrap");
            return super.wrap(sources, offset, length, into);
        }

        @Override
        public void closeOutbound() {
            mayBreak("closeOutbound");
            super.closeOutbound();
        }

        @Override
        public void closeInbound() throws SSLException {
            mayBreak("closeInbound");
            super.closeInbound();
        }

        @Override
        public String getApplicationProtocol() {
            return "";
        }
    }

    private Wire breaking(Wire below) {
        return new ForwardingWire() {
            @Override
            public Wire below() {
                return below;
            }

            @Override
            public int read(ByteBuffer destination) throws IOException {
                mayBreak("read");
                return below.read(destination);
            }

            @Override
            public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
                mayBreak("write");
                return below.write(sources, offset, length);
            }
        };
    }

    private void assertCloses(String broken) throws Exception {
        breaks = "";
        logged.clear();
        ByHand hand = new ByHand(
                        (below, target, attempt) -> Handshake.begin(breaking(below), Engine::new, Duration.ofSeconds(1))
                                .stage())
                .handshake();
        List<String> told = new ArrayList<>();
        hand.wire().whenReadable(() -> told.add("reader"));
        hand.wire().whenWritable(() -> told.add("writer"));
        breaks = broken;
        hand.wire().close();
        assertThat(hand.pipe.near().isOpen()).as(broken).isFalse();
        assertThat(((TlsWire) hand.wire()).holdsBuffers()).as(broken).isFalse();
        assertThat(logged.thrown()).as(broken).isNotEmpty().containsOnly(BROKEN);
        hand.loop.settle();
        assertThat(told).as(broken).containsExactlyInAnyOrder("reader", "writer");
    }

    @Test
    void closesWhateverTheEngineThrows() throws Exception {
        for (String broken : List.of("wrap", "closeOutbound", "closeInbound")) {
            assertCloses(broken);
        }
    }

    @Test
    void closesWhateverTheWireBelowThrows() throws Exception {
        for (String broken : List.of("read", "write")) {
            assertCloses(broken);
        }
    }
}
