package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsWireTest {
    private static ByHand connected(String protocol) throws IOException {
        return new ByHand(speaking(protocol)).handshake();
    }

    private static Layer speaking(String protocol) {
        return Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
    }

    private static void write(Wire wire, byte... bytes) throws IOException {
        assertThat(wire.write(new ByteBuffer[] {ByteBuffer.wrap(bytes)}, 0, 1)).isEqualTo(bytes.length);
    }

    private static int read(Wire wire) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        int count = wire.read(one);
        return count > 0 ? one.get(0) : count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void tellsWhatWasNegotiated(String protocol) throws Exception {
        Wire wire = connected(protocol).wire();
        assertThat(wire.beneath(Negotiated.class)).hasValueSatisfying(negotiated -> {
            assertThat(negotiated.protocol()).isEqualTo(protocol);
            assertThat(negotiated.cipher()).contains("_GCM_");
            assertThat(negotiated.application()).isEmpty();
            assertThat(negotiated.resumed()).isFalse();
        });
        assertThat(wire.beneath(SSLSession.class))
                .hasValueSatisfying(session -> assertThat(session.getProtocol()).isEqualTo(protocol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void readsRecordsCutAnywhere(String protocol) throws Exception {
        byte[] data = new byte[300];
        Arrays.fill(data, (byte) 5);
        ByHand hand = connected(protocol);
        for (int cut = 1, length = 2; cut < length; cut++) {
            byte[] record = hand.wrap(data);
            length = record.length;
            hand.send(Arrays.copyOf(record, cut));
            assertThat(read(hand.wire())).isZero();
            hand.send(Arrays.copyOfRange(record, cut, length));
            assertThat(hand.read()).isEqualTo(data);
        }
    }

    @Test
    void readsIntoBuffersOfAnySize() throws Exception {
        ByHand hand = connected("TLSv1.3");
        byte[] data = new byte[40_000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 7);
        }
        for (int size : new int[] {1000, 16_383, 16_384, 16_406, 17_000, 40_000, 50_000}) {
            hand.send(hand.wrap(data));
            ByteBuffer got = ByteBuffer.allocate(data.length);
            ByteBuffer part = ByteBuffer.allocate(size);
            while (got.hasRemaining()) {
                assertThat(hand.wire().read(part.clear().limit(Math.min(size, got.remaining()))))
                        .isPositive();
                got.put(part.flip());
            }
            assertThat(got.array()).as("buffers of %d", size).isEqualTo(data);
            assertThat(((TlsWire) hand.wire()).holdsBuffers()).isFalse();
        }
    }

    @Test
    void holdsNoBufferWhileNothingIsInIt() throws Exception {
        ByHand hand = connected("TLSv1.3");
        TlsWire wire = (TlsWire) hand.wire();
        assertThat(read(wire)).isZero();
        assertThat(wire.holdsBuffers()).isFalse();
        hand.send(hand.wrap(new byte[] {1, 2}));
        assertThat(read(wire)).isEqualTo(1);
        assertThat(wire.holdsBuffers()).isTrue();
        assertThat(read(wire)).isEqualTo(2);
        write(wire, (byte) 3);
        assertThat(wire.holdsBuffers()).isFalse();
    }

    @Test
    void readsOnAfterItsOwnEnd() throws Exception {
        for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
            ByHand hand = connected(protocol);
            hand.wire().shutdownOutput();
            hand.wire().shutdownOutput();
            assertThatThrownBy(() -> write(hand.wire(), (byte) 1)).isInstanceOf(ClosedChannelException.class);
            byte[] before = hand.wrap(new byte[] {7});
            hand.heard();
            assertThat(hand.server.isInboundDone()).isTrue();
            hand.send(before);
            assertThat(read(hand.wire())).as(protocol).isEqualTo(7);
            assertThat(hand.pipe.near().isOpen()).isTrue();
        }
    }

    @Test
    void writesOnAfterThePeersEnd() throws Exception {
        ByHand hand = connected("TLSv1.3");
        hand.server.closeOutbound();
        hand.send(hand.wrap(new byte[0]));
        assertThat(read(hand.wire())).isEqualTo(-1);
        write(hand.wire(), (byte) 9);
        assertThat(hand.heard()).containsExactly(9);
        assertThat(read(hand.wire())).isEqualTo(-1);
    }

    @Test
    void beforeTls13ThePeersEndIsTheEndOfBothDirections() throws Exception {
        ByHand hand = connected("TLSv1.2");
        hand.server.closeOutbound();
        hand.send(hand.wrap(new byte[0]));
        assertThat(read(hand.wire())).isEqualTo(-1);
        hand.heard();
        assertThat(hand.server.isInboundDone()).as("answered by close_notify").isTrue();
        assertThatThrownBy(() -> write(hand.wire(), (byte) 9))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The peer has ended the TLS connection");
        assertThat(read(hand.wire())).isEqualTo(-1);
    }

    @Test
    void tellsTheEndFromTruncation() throws Exception {
        ByHand hand = connected("TLSv1.3");
        hand.send(hand.wrap(new byte[] {1}));
        hand.pipe.far().close();
        hand.loop.settle();
        assertThat(read(hand.wire())).isEqualTo(1);
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> read(hand.wire()))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("cut off")
                    .hasMessageContaining("close_notify");
        }
    }

    @Test
    void aReaderHearsOfTruncation() throws Exception {
        ByHand hand = connected("TLSv1.3");
        AtomicInteger told = new AtomicInteger();
        read(hand.wire());
        hand.wire().whenReadable(told::incrementAndGet);
        hand.loop.settle();
        assertThat(told).hasValue(0);
        hand.pipe.far().close();
        hand.loop.settle();
        assertThat(told).hasValue(1);
    }

    @Test
    void saysGoodByeWhenClosed() throws Exception {
        ByHand hand = connected("TLSv1.3");
        write(hand.wire(), (byte) 1);
        hand.wire().close();
        assertThat(hand.heard()).containsExactly(1);
        assertThat(hand.server.isInboundDone()).isTrue();
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void leavesNothingUnreadBelowWhenClosed() throws Exception {
        AtomicInteger unread = new AtomicInteger(-1);
        Layer tls = speaking("TLSv1.3");
        ByHand hand = new ByHand((below, target, attempt) -> tls.over(countingAtClose(below, unread), target, attempt))
                .handshake();
        hand.send(hand.wrap(new byte[5000]));
        write(hand.wire(), (byte) 1);
        hand.wire().close();
        assertThat(unread).hasValue(0);
        assertThat(hand.heard()).containsExactly(1);
        assertThat(((TlsWire) hand.wire()).holdsBuffers()).isFalse();
    }

    private static Wire countingAtClose(Wire below, AtomicInteger unread) {
        return new ForwardingWire() {
            @Override
            public Wire below() {
                return below;
            }

            @Override
            public void close() {
                try {
                    unread.set(below.read(ByteBuffer.allocate(1 << 16)));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                below.close();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aBadRecordBreaksItForGood(String protocol) throws Exception {
        ByHand hand = connected(protocol);
        byte[] record = hand.wrap(new byte[] {1, 2, 3});
        record[record.length - 1]++;
        AtomicInteger told = new AtomicInteger();
        hand.wire().whenWritable(told::incrementAndGet);
        hand.send(record);
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> read(hand.wire()))
                    .isInstanceOf(SSLException.class)
                    .hasMessageStartingWith("The TLS connection is broken: ");
            assertThatThrownBy(() -> write(hand.wire(), (byte) 1)).isInstanceOf(SSLException.class);
        }
        assertThat(hand.pipe.near().isOpen()).isFalse();
        assertThatThrownBy(hand::heard).hasMessageContaining("bad_record_mac");
        assertThat(told).hasValue(1);
    }

    @Test
    void bytesBeforeABadRecordAreRead() throws Exception {
        ByHand hand = connected("TLSv1.3");
        byte[] good = hand.wrap(new byte[] {1, 2, 3});
        byte[] both = Arrays.copyOf(good, good.length + 9);
        hand.send(both);
        ByteBuffer into = ByteBuffer.allocate(1000);
        assertThat(hand.wire().read(into)).isEqualTo(3);
        assertThatThrownBy(() -> write(hand.wire(), (byte) 1))
                .as("nothing is written on a broken connection")
                .hasMessageStartingWith("The TLS connection is broken: Expected a TLS record");
        assertThatThrownBy(() -> hand.wire().read(into)).hasMessageContaining("Expected a TLS record");
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    /** In TLS over TLS each only speaks of its own peer. */
    @Test
    void whatIsBrokenBelowIsToldAsItIs() throws Exception {
        SSLException refused = new SSLException("fatal alert: certificate_required");
        AtomicBoolean broken = new AtomicBoolean();
        Layer tls = speaking("TLSv1.3");
        ByHand hand = new ByHand(
                        (below, target, attempt) -> tls.over(breaking(below, broken, refused), target, attempt))
                .handshake();
        hand.send(hand.wrap(new byte[] {1}));
        assertThat(read(hand.wire())).isEqualTo(1);
        broken.set(true);
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> read(hand.wire())).isSameAs(refused);
            assertThatThrownBy(() -> write(hand.wire(), (byte) 1)).isSameAs(refused);
        }
        assertThat(hand.wire().beneath(IOException.class)).isEmpty();
    }

    @Test
    void whatIsBrokenBelowTheHandshakeIsToldAsItIs() throws Exception {
        SSLException refused = new SSLException("fatal alert: certificate_required");
        Layer tls = speaking("TLSv1.3");
        for (boolean atOnce : new boolean[] {true, false}) {
            AtomicBoolean broken = new AtomicBoolean(atOnce);
            ByHand hand =
                    new ByHand((below, target, attempt) -> tls.over(breaking(below, broken, refused), target, attempt));
            broken.set(true);
            hand.handshake();
            assertThat(hand.failure()).isSameAs(refused);
            assertThat(hand.pipe.near().isOpen()).isFalse();
        }
    }

    @Test
    void tellsWhatItsOwnPeerDidEvenAfterwards() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> engine.setNeedClientAuth(true));
        hand.handshake();
        assertThat(hand.wire().beneath(IOException.class)).isEmpty();
        Throwable refused = catchThrowable(() -> read(hand.wire()));
        hand.wire().close();
        assertThat(hand.wire().beneath(IOException.class)).containsSame((IOException) refused);
    }

    private static Wire breaking(Wire below, AtomicBoolean broken, SSLException how) {
        return new ForwardingWire() {
            @Override
            public Wire below() {
                return below;
            }

            @Override
            public int read(ByteBuffer destination) throws IOException {
                if (broken.get()) {
                    throw how;
                }
                return below.read(destination);
            }

            @Override
            public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
                if (broken.get()) {
                    throw how;
                }
                return below.write(sources, offset, length);
            }
        };
    }

    @Test
    void namesTheAlertOfThePeer() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> engine.setNeedClientAuth(true));
        hand.handshake();
        // Only after its own part is over the client can hear that it was expected to have a certificate.
        assertThat(hand.wire()).isNotNull();
        assertThatThrownBy(() -> read(hand.wire()))
                .isInstanceOf(SSLException.class)
                .hasMessageMatching(
                        "The peer broke off the TLS connection with the alert (certificate_required|bad_certificate)");
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void refusesRenegotiation() throws Exception {
        ByHand hand = connected("TLSv1.2");
        hand.server.beginHandshake();
        byte[] helloRequest = hand.answer();
        assertThat(helloRequest).hasSizeGreaterThan(5);
        hand.send(helloRequest);
        assertThatThrownBy(() -> read(hand.wire()))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("renegotiation is refused");
        assertThat(hand.pipe.near().isOpen()).isFalse();
    }

    @Test
    void followsUpdatesOfKeys() throws Exception {
        ByHand hand = connected("TLSv1.3");
        for (int round = 0; round < 5; round++) {
            hand.server.beginHandshake();
            hand.send(hand.answer());
            hand.send(hand.wrap(new byte[] {(byte) round}));
            assertThat(hand.read()).containsExactly(round);
            write(hand.wire(), (byte) (10 + round));
            assertThat(hand.heard()).endsWith(10 + round);
        }
    }

    @Test
    void asksForUpdatesOfKeys() throws Exception {
        SSLEngine engine = TestKeys.client();
        ByHand hand = new ByHand((below, target, attempt) -> Handshake.begin(below, () -> engine, Duration.ofSeconds(1))
                        .stage())
                .handshake();
        for (int round = 0; round < 3; round++) {
            engine.beginHandshake();
            write(hand.wire(), (byte) round);
            hand.send(hand.answer());
            assertThat(hand.heard()).endsWith(round);
            hand.send(hand.wrap(new byte[] {(byte) (20 + round)}));
            assertThat(hand.read()).containsExactly(20 + round);
        }
    }

    @Test
    void whatComesAfterTheEndIsForgotten() throws Exception {
        ByHand hand = connected("TLSv1.3");
        hand.server.closeOutbound();
        byte[] end = hand.wrap(new byte[0]);
        hand.send(Arrays.copyOf(end, end.length + 100));
        assertThat(read(hand.wire())).isEqualTo(-1);
        assertThat(((TlsWire) hand.wire()).holdsBuffers()).isFalse();
        assertThat(read(hand.wire())).isEqualTo(-1);
    }

    @Test
    void takesWhatFitsAndGoesOnByItself() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> {}, 1000).handshake();
        byte[] data = new byte[300_000];
        Arrays.fill(data, (byte) 3);
        ByteBuffer[] source = {ByteBuffer.wrap(data)};
        AtomicInteger told = new AtomicInteger();
        assertThat(hand.wire().write(source, 0, 1)).isPositive().isLessThan(data.length);
        assertThat(hand.wire().write(source, 0, 1)).isZero();
        hand.wire().whenWritable(told::incrementAndGet);
        hand.loop.settle();
        assertThat(told).as("nobody reads").hasValue(0);
        hand.heard();
        assertThat(told).hasValue(1);
        while (source[0].hasRemaining()) {
            hand.wire().write(source, 0, 1);
            hand.heard();
        }
        assertThat(hand.heard()).isEqualTo(data);
        assertThat(((TlsWire) hand.wire()).holdsBuffers()).isFalse();
    }

    @Test
    void closesWhateverThePeerHasNotRead() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> {}, 1000).handshake();
        hand.wire().write(new ByteBuffer[] {ByteBuffer.allocate(300_000)}, 0, 1);
        AtomicInteger told = new AtomicInteger();
        hand.wire().whenWritable(told::incrementAndGet);
        hand.wire().close();
        assertThat(told).as("inside close").hasValue(0);
        assertThat(hand.pipe.near().isOpen()).isFalse();
        assertThat(((TlsWire) hand.wire()).holdsBuffers()).isFalse();
        hand.loop.settle();
        assertThat(told).as("that it is closed").hasValue(1);
    }

    @Test
    void anEndThatDoesNotFitFollowsByItself() throws Exception {
        ByHand hand = new ByHand(speaking("TLSv1.3"), engine -> {}, 1000).handshake();
        long taken = hand.wire().write(new ByteBuffer[] {ByteBuffer.allocate(50_000)}, 0, 1);
        hand.wire().shutdownOutput();
        assertThat(hand.heard()).hasSize((int) taken);
        assertThat(hand.server.isInboundDone()).isTrue();
    }
}
