package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.connector.tls.TestKeys;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Engines of providers that do not do all that JSSE's do, or do it wrong. */
class BrokenEngineTest {
    private static ByHand with(SSLEngine engine) throws Exception {
        return new ByHand((below, target, attempt) ->
                Handshake.begin(below, () -> engine, Duration.ofSeconds(1)).stage());
    }

    @Test
    void oneWithoutAlpnHasAgreedOnNoProtocol() throws Exception {
        ByHand hand = with(new ForwardingEngine(TestKeys.client())).handshake();
        assertThat(hand.failure()).isNull();
        assertThat(hand.wire().beneath(Negotiated.class))
                .hasValueSatisfying(
                        negotiated -> assertThat(negotiated.application()).isEmpty());
        hand.send(hand.wrap(new byte[] {7}));
        assertThat(hand.read()).containsExactly(7);
    }

    @Test
    void whatItThrowsInTheVeryEndIsTold() throws Exception {
        IllegalStateException broken = new IllegalStateException("on purpose");
        ByHand hand = with(new ForwardingEngine(TestKeys.client()) {
            @Override
            public String getApplicationProtocol() {
                throw broken;
            }
        });
        hand.send(hand.answer());
        assertThat(hand.failure())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessage("The TLS handshake failed: on purpose")
                .hasCause(broken);
        assertThat(hand.pipe.near().isOpen()).isFalse();
        assertThat(hand.loop.timers()).isZero();
    }
}
