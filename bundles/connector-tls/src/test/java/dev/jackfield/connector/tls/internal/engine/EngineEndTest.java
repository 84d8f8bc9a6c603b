package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

/** An engine whose handshake has come to nothing is closed, as those in native code keep their memory until then. */
class EngineEndTest {
    private final List<String> closed = new ArrayList<>();
    // What is thrown there and then would only be logged.
    private final List<String> wrong = new ArrayList<>();
    private Runnable atTask = () -> {};
    private Runnable atUnwrap = () -> {};
    private boolean inside;
    private boolean refuses;
    private ByHand hand;

    private final class Engine extends ForwardingEngine {
        Engine() {
            super(TestKeys.client());
            setEnabledProtocols(new String[] {"TLSv1.2"});
        }

        @Override
        public void beginHandshake() throws SSLException {
            if (refuses) {
                throw new SSLException("on purpose");
            }
            super.beginHandshake();
        }

        @Override
        public Runnable getDelegatedTask() {
            Runnable task = super.getDelegatedTask();
            return task == null
                    ? null
                    : () -> within(() -> {
                        atTask.run();
                        task.run();
                    });
        }

        @Override
        public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] into, int offset, int length)
                throws SSLException {
            within(atUnwrap);
            return super.unwrap(source, into, offset, length);
        }

        @Override
        public void closeOutbound() {
            close("outbound");
            super.closeOutbound();
        }

        @Override
        public void closeInbound() throws SSLException {
            close("inbound");
            super.closeInbound();
        }

        private void within(Runnable work) {
            inside = true;
            work.run();
            inside = false;
        }

        private void close(String what) {
            if (inside) {
                wrong.add(what + " while the engine is in use");
            }
            if (hand != null && !hand.loop.inLoop()) {
                wrong.add(what + " elsewhere than on the loop");
            }
            closed.add(what);
        }
    }

    private static ByHand with(Handshake.Source source) {
        return new ByHand((below, target, attempt) -> {
            Handshake handshake = Handshake.begin(below, source, Duration.ofSeconds(1));
            attempt.whenCancelled(handshake::cancel);
            return handshake.stage();
        });
    }

    private void assertClosed() {
        assertThat(wrong).isEmpty();
        assertThat(closed).contains("outbound", "inbound");
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    /** What the server has said arrives, but nothing is computed yet. */
    private void hear(byte[] flight) throws IOException {
        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(flight)}, 0, 1);
        hand.loop.run();
    }

    private void cancel() {
        hand.loop.execute(hand.dial::cancel);
        hand.loop.run();
    }

    @Test
    void afterAFailure() throws Exception {
        hand = with(Engine::new);
        hand.send("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(hand.failure()).hasMessageContaining("Expected a TLS record");
        assertClosed();
    }

    @Test
    void afterAFailureToBegin() throws Exception {
        refuses = true;
        hand = with(Engine::new);
        assertThat(hand.failure()).hasMessage("The TLS handshake failed: on purpose");
        assertClosed();
    }

    @Test
    void cancelledWhileItWaitsForThePeer() throws Exception {
        hand = with(Engine::new);
        cancel();
        assertClosed();
    }

    @Test
    void cancelledWhileItComputesNotBeforeThatIsOver() throws Exception {
        hand = with(Engine::new);
        atTask = () -> {
            cancel();
            assertThat(hand.pipe.near().isOpen()).isFalse();
        };
        hear(hand.answer());
        hand.loop.settle();
        assertClosed();
    }

    @Test
    void cancelledWhileItWaitsForAPlace() throws Exception {
        hand = with(Engine::new);
        byte[] flight = hand.answer();
        Bench bench = Bench.of(hand.loop.blocking());
        for (int i = 0; i < Bench.PLACES; i++) {
            bench.ask(0, () -> {});
        }
        hear(flight);
        assertThat(hand.loop.blockers()).isEqualTo(Bench.PLACES);
        cancel();
        assertClosed();
    }

    /** As a trust manager may, which engines in native code ask there and then. */
    @Test
    void cancelledByTheEngineItselfNotBeforeItIsBack() throws Exception {
        hand = with(Engine::new);
        atUnwrap = hand.dial::cancel;
        hear(hand.answer());
        hand.loop.settle();
        assertClosed();
        assertThat(hand.outcome).isNotDone();
    }

    @Test
    void oneInNativeCodeIsDone() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine("origin.example", 443);
        engine.setUseClientMode(true);
        hand = with(() -> engine);
        assertThat(hand.outcome).isNotDone();
        assertThat(engine.isInboundDone() || engine.isOutboundDone()).isFalse();
        cancel();
        assertThat(engine.isInboundDone() && engine.isOutboundDone())
                .as("it frees its memory then")
                .isTrue();
    }

    @Test
    void theSessionItWasAboutToGoOnWithStaysGood() throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of("TLSv1.2")));
        hand = new ByHand(layer).handshake();
        hand.wire().close();
        hand = new ByHand(layer);
        hand.send(ByHand.records(hand.answer()).get(0));
        cancel();
        hand = new ByHand(layer).handshake();
        assertThat(hand.wire().beneath(Negotiated.class))
                .hasValueSatisfying(
                        negotiated -> assertThat(negotiated.resumed()).isTrue());
    }
}
