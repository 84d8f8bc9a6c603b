package dev.jackfield.connector.tls.internal.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final byte[] EMPTY = {22, 3, 3, 0, 0};
    private static final byte[] ALERT_HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

    private static Layer speaking(String protocol) {
        return Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void goesOnAfterEachOctet(String protocol) throws Exception {
        ByHand hand = new ByHand(speaking(protocol));
        for (byte[] said; (said = hand.answer()).length > 0; ) {
            for (byte octet : said) {
                assertThat(hand.failure()).isNull();
                hand.send(new byte[] {octet});
            }
        }
        assertThat(hand.wire()).isNotNull();
        assertThat(hand.loop.timers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void goesOnAfterACut(String protocol) throws Exception {
        Layer layer = speaking(protocol);
        for (int cut = 1, length = 2; cut < length; cut += 29) {
            ByHand hand = new ByHand(layer);
            byte[] flight = hand.answer();
            // Signatures are not all of the same length.
            length = flight.length;
            hand.send(Arrays.copyOf(flight, Math.min(cut, length - 1)));
            assertThat(hand.outcome).isNotDone();
            hand.send(Arrays.copyOfRange(flight, Math.min(cut, length - 1), length));
            hand.handshake();
            assertThat(hand.wire()).as("cut after %d octets of %d", cut, length).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void failsAtEveryEnd(String protocol) throws Exception {
        Layer layer = speaking(protocol);
        for (int cut = 0, length = 1; cut < length; cut += 61) {
            ByHand hand = new ByHand(layer);
            byte[] flight = hand.answer();
            // Signatures are not all of the same length.
            length = flight.length;
            hand.send(Arrays.copyOf(flight, Math.min(cut, length - 1)));
            hand.pipe.far().close();
            hand.loop.settle();
            assertThat(hand.failure())
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining(
                            cut == 0
                                    ? "The peer closed the connection without a word"
                                    : "The peer closed the connection");
            assertThat(hand.pipe.near().isOpen()).isFalse();
            assertThat(hand.loop.timers()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void failsOnAnAlertAtAnyPoint(String protocol) throws Exception {
        for (int before = 0, count = 1; before < count; before++) {
            ByHand hand = new ByHand(speaking(protocol));
            List<byte[]> flight = ByHand.records(hand.answer());
            count = flight.size();
            for (byte[] record : flight.subList(0, before)) {
                hand.send(record);
            }
            hand.send(ALERT_HANDSHAKE_FAILURE);
            hand.loop.settle();
            assertThat(hand.failure()).as("after %d records", before).isInstanceOf(SSLHandshakeException.class);
            if (before == 0) {
                assertThat(hand.failure())
                        .hasMessage("The peer broke off the TLS handshake with the alert handshake_failure");
            }
            assertThat(hand.pipe.near().isOpen()).isFalse();
            assertThat(hand.loop.timers()).isZero();
        }
    }

    @Test
    void namesTheAlertOfAServerThatSpeaksNoneOfTheVersions() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.2"), engine -> engine.setEnabledProtocols(new String[] {"TLSv1.3"}));
        hand.handshake();
        assertThat(hand.failure())
                .hasMessageMatching("The peer broke off the TLS handshake with the alert "
                        + "(protocol_version|handshake_failure)");
    }

    /** As it is when the bundle was replaced in the middle: what was not loaded by then is not to be had any more. */
    @Test
    void endsEvenIfItCannotTellWhy() {
        IllegalStateException unspeakable = new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new NoClassDefFoundError("dev/jackfield/Gone");
            }
        };
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pipe = PipeWire.pair(loop);
        CompletableFuture<Wire> stage = Handshake.begin(
                        pipe.near(),
                        () -> {
                            throw unspeakable;
                        },
                        Duration.ofSeconds(10))
                .stage()
                .toCompletableFuture();
        loop.settle();
        assertThat(stage).isCompletedExceptionally();
        assertThat(stage.handle((wire, error) -> error).join())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("The TLS handshake failed")
                .extracting(Throwable::getCause)
                .isSameAs(unspeakable);
        assertThat(pipe.near().isOpen()).isFalse();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void tellsWhatIsNoTls() throws Exception {
        assertNoTls("HTTP/1.1 400 Bad Request\r\n", "Expected a TLS record, got \"HTTP/1.1 400 Bad Request\"");
        assertNoTls("220 smtp.example ESMTP sendmail ready", "Expected a TLS record, got \"220 smtp.example ESMTP s\"");
        assertNoTls("\r\n", "Expected a TLS record, got the octets 0d 0a");
        assertNoTls("\u0016\u0002", "Expected a TLS record, got the octets 16 02");
        assertNoTls(
                "\u0016\u0003\u0003\u007f\u007f", "Expected a TLS record of at most 18432 octets, got one of 32639");
    }

    private static void assertNoTls(String garbage, String message) throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        hand.send(garbage.getBytes(US_ASCII));
        assertThat(hand.failure())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessage("The TLS handshake failed: " + message);
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    /** The same, but each octet of a handshake in a record of its own. */
    private static byte[] inSingleOctets(byte[] flight) {
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        boolean inTheClear = true;
        for (byte[] record : ByHand.records(flight)) {
            inTheClear &= record[0] == Inbound.HANDSHAKE;
            if (inTheClear) {
                for (byte octet : Arrays.copyOfRange(record, Inbound.HEAD, record.length)) {
                    cut.writeBytes(new byte[] {Inbound.HANDSHAKE, 3, 3, 0, 1, octet});
                }
            } else {
                cut.writeBytes(record);
            }
        }
        return cut.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void takesRecordsOfOneOctet(String protocol) throws Exception {
        ByHand hand = new ByHand(speaking(protocol));
        for (byte[] said; (said = hand.answer()).length > 0; ) {
            hand.send(inSingleOctets(said));
        }
        assertThat(hand.failure()).isNull();
        assertThat(hand.wire()).isNotNull();
    }

    @Test
    void leavesTheLoopToOthersBetweenRecords() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        byte[] hello = inSingleOctets(ByHand.records(hand.answer()).get(0));
        int records = hello.length / (Inbound.HEAD + 1);
        assertThat(records).isGreaterThan(2 * Handshake.MOST_STEPS);

        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(hello)}, 0, 1);
        int tasks = 0;
        for (; hand.loop.blockers() == 0; tasks++) {
            assertThat(hand.loop.step()).isTrue();
        }
        assertThat(tasks).isGreaterThanOrEqualTo(records / Handshake.MOST_STEPS);
    }

    @Test
    void cancelledBetweenTurnsItDoesNotGoOn() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        byte[] hello = inSingleOctets(ByHand.records(hand.answer()).get(0));
        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(hello)}, 0, 1);
        hand.loop.step();
        hand.loop.runFirst(hand.dial::cancel);
        hand.loop.settle();
        assertThat(hand.outcome).isNotDone();
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void aPeerMayNotSendEmptyRecordsWithoutEnd() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        for (int i = 0; i < Allowance.MOST_EMPTY; i++) {
            hand.send(EMPTY);
        }
        assertThat(hand.outcome).isNotDone();
        hand.send(EMPTY);
        assertThat(hand.failure())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessage("The TLS handshake failed: "
                        + "Expected a handshake, got more than 64 records that carry nothing");
        assertThat(hand.pipe.near().isOpen()).isFalse();
        assertThat(hand.loop.timers()).isZero();
    }

    @Test
    void tellsWhatIsNoHandshake() throws Exception {
        assertNoTls("\u0014\u0003\u0003\0\1\1", "Expected a handshake or an alert at first, got change_cipher_spec");
        assertNoTls("\u0017\u0003\u0003\0\1\1", "Expected a handshake or an alert at first, got application data");
    }

    @Test
    void waitsForTheRestOfAHeadThatMayBeOne() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        hand.send(new byte[] {22});
        assertThat(hand.outcome).isNotDone();
    }

    @Test
    void hasATimeLimit() throws Exception {
        ByHand hand = new ByHand(Tls.of(TestKeys.profile().withHandshake(Duration.ofMillis(700))));
        byte[] flight = hand.answer();
        hand.loop.advance(Duration.ofMillis(699));
        hand.send(Arrays.copyOf(flight, 100));
        assertThat(hand.outcome).isNotDone();
        hand.loop.advance(Duration.ofMillis(1));
        assertThat(hand.failure())
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("Expected the peer to play its part in the TLS handshake within 700 ms, but it goes on");
        assertThat(hand.pipe.near().isOpen()).isFalse();
        assertThat(hand.loop.timers()).isZero();
    }

    @Test
    void cancelledInEachPhaseItLetsGoAtOnce() throws Exception {
        for (int phase = 0, phases = 1; phase < phases; phase++) {
            ByHand hand = new ByHand(speaking("TLSv1.3"));
            List<byte[]> flight = ByHand.records(hand.answer());
            phases = flight.size();
            for (byte[] record : flight.subList(0, phase)) {
                hand.send(record);
            }
            hand.loop.execute(hand.dial::cancel);
            hand.loop.run();
            assertThat(hand.pipe.near().isOpen()).isFalse();
            hand.loop.settle();
            assertThat(hand.outcome).isNotDone();
            assertThat(hand.loop.timers()).isZero();
        }
    }

    @Test
    void cancelledWhileATaskRunsItTouchesNothingAfterwards() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.2"));
        byte[] flight = hand.answer();
        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(flight)}, 0, 1);
        while (hand.loop.run() > 0) {
            // up to the task, which runs elsewhere
        }
        assertThat(hand.loop.blockers()).isPositive();
        hand.loop.execute(hand.dial::cancel);
        hand.loop.run();
        assertThat(hand.pipe.near().isOpen()).isFalse();
        hand.loop.settle();
        assertThat(hand.outcome).isNotDone();
        assertThat(hand.loop.timers()).isZero();
    }

    @Test
    void aClosedLoopEndsItInSilence() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.2"));
        byte[] flight = hand.answer();
        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(flight)}, 0, 1);
        hand.loop.run();
        hand.loop.end();
        hand.loop.runBlocking();
        assertThat(hand.outcome).isNotDone();
    }

    @Test
    void refusesWhoeverIsNotTrusted() throws Exception {
        ByHand hand = new ByHand(Tls.of(TlsProfile.high()));
        hand.handshake();
        assertThat(hand.failure())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageStartingWith("The certificate of the peer is refused: ");
        assertThat(hand.pipe.near().isOpen()).isFalse();
        hand.heard();
        assertThat(hand.server.isInboundDone()).isTrue();
    }

    @Test
    void aPeerThatDoesNotReadIsWaitedForUntilTheLimit() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> {}, 16);
        assertThat(hand.outcome).isNotDone();
        assertThat(hand.pipe.near().awaitsWritable()).isTrue();
        hand.loop.advance(Duration.ofSeconds(10));
        assertThat(hand.failure()).isInstanceOf(SocketTimeoutException.class);
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void aBrokenConnectionStaysTheReason() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"));
        IOException reset = new IOException("Connection reset");
        hand.pipe.far().reset(reset);
        hand.loop.settle();
        assertThat(hand.failure()).isSameAs(reset);
    }
}
