package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.Tls;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many handshakes at once, on few threads. */
class CrowdTest {
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final CrowdedLoop loop = new CrowdedLoop();

    private List<ByHand> crowd(int size, String protocol) {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)).withHandshake(LIMIT));
        return IntStream.range(0, size)
                .mapToObj(i -> new ByHand(loop.manual, loop, layer))
                .toList();
    }

    /** Lets the server say what it has to say, of which the client may take as much as it can now. */
    private boolean answered(ByHand hand) throws Exception {
        byte[] said = hand.answer();
        hand.pipe.far().write(new ByteBuffer[] {ByteBuffer.wrap(said)}, 0, 1);
        loop.manual.run();
        return said.length > 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void waitingForThreadsCountsForNobody(String protocol) throws Exception {
        ByHand hand = crowd(1, protocol).get(0);
        while (hand.wire() == null) {
            while (loop.blockers() > 0) {
                loop.manual.advance(LIMIT);
                assertThat(hand.outcome).isNotDone();
                loop.work();
            }
            answered(hand);
        }
        assertThat(loop.manual.timers()).isZero();
    }

    @Test
    void allTurnsOfThePeerCountTogether() throws Exception {
        ByHand hand = crowd(1, "TLSv1.3").get(0);
        loop.work();
        List<byte[]> flight = ByHand.records(hand.answer());
        loop.manual.advance(Duration.ofMillis(400));
        hand.send(flight.get(0));
        loop.manual.advance(LIMIT);
        while (loop.blockers() > 0) {
            loop.work();
        }
        loop.manual.advance(Duration.ofMillis(299));
        assertThat(hand.outcome).isNotDone();
        loop.manual.advance(Duration.ofMillis(1));
        assertThat(hand.failure()).isInstanceOf(SocketTimeoutException.class);
        assertThat(loop.manual.timers()).isZero();
    }

    /** If each took its first step before any took its second, none would be done before all are. */
    @Test
    void thoseThatHaveBegunGoFirst() throws Exception {
        List<ByHand> hands = crowd(4 * Bench.PLACES, "TLSv1.3");
        int mostBegun = 0;
        while (hands.stream().anyMatch(hand -> hand.wire() == null)) {
            assertThat(loop.blockers()).isBetween(1, Bench.PLACES);
            loop.work();
            int begun = 0;
            for (ByHand hand : hands) {
                answered(hand);
                begun += hand.hasBegun() && hand.wire() == null ? 1 : 0;
            }
            mostBegun = Math.max(mostBegun, begun);
        }
        assertThat(mostBegun).isLessThanOrEqualTo(Bench.PLACES);
    }

    @Test
    void aPeerThatSaysNothingKeepsNobodyWaiting() throws Exception {
        crowd(2 * Bench.PLACES, "TLSv1.3");
        ByHand last = crowd(1, "TLSv1.3").get(0);
        while (loop.blockers() > 0) {
            loop.work();
        }
        do {
            while (loop.blockers() > 0) {
                loop.work();
            }
        } while (answered(last));
        assertThat(last.wire()).isNotNull();
    }

    @Test
    void theCancelledLeaveTheQueueAtOnce() throws Exception {
        List<ByHand> hands = crowd(3 * Bench.PLACES, "TLSv1.3");
        ByHand last = hands.get(hands.size() - 1);
        hands.stream().filter(hand -> hand != last).forEach(hand -> loop.manual.runFirst(hand.dial::cancel));
        loop.work();
        answered(last);
        assertThat(last.hasBegun()).isTrue();
    }
}
