package dev.jackfield.http.internal.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodingsTest {
    private static final byte[] PLAIN =
            ("the quick brown fox ".repeat(20) + "jumps over the lazy dog").getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SEVERAL = Encoded.joined(
            Encoded.gzip(Arrays.copyOf(PLAIN, 200)),
            Encoded.gzip(new byte[0]),
            Encoded.gzip(Arrays.copyOfRange(PLAIN, 200, PLAIN.length)));

    static Stream<Arguments> codings() {
        return Stream.of(
                Arguments.of("gzip", Encoded.gzip(PLAIN)),
                Arguments.of("X-GZIP, identity", Encoded.gzip(PLAIN)),
                Arguments.of("gzip", Encoded.gzipWithAll(PLAIN)),
                Arguments.of("gzip", SEVERAL),
                Arguments.of("deflate", Encoded.deflate(PLAIN, false)),
                Arguments.of("deflate", Encoded.deflate(PLAIN, true)),
                Arguments.of("deflate, gzip", Encoded.gzip(Encoded.deflate(PLAIN, false))),
                Arguments.of("gzip, deflate", Encoded.deflate(Encoded.gzip(PLAIN), true)),
                Arguments.of("gzip,gzip ,gzip, gzip", Encoded.gzip(Encoded.gzip(Encoded.gzip(Encoded.gzip(PLAIN))))));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void decodesWhereverItIsCut(String names, byte[] coded) throws Exception {
        assertThat(decoded(names, coded, coded.length, 16_384)).isEqualTo(PLAIN);
        assertThat(decoded(names, coded, 1, 16_384)).isEqualTo(PLAIN);
        assertThat(decoded(names, coded, 3, 1)).isEqualTo(PLAIN);
        for (int cut = 1; cut < coded.length; cut++) {
            Codings codings = codings(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            give(codings, coded, 0, cut, 16_384, out);
            give(codings, coded, cut, coded.length, 16_384, out);
            codings.checkEnd();
            codings.close();
            assertThat(out.toByteArray()).as("cut at %d", cut).isEqualTo(PLAIN);
        }
    }

    @ParameterizedTest
    @MethodSource("codings")
    void noticesWhereverItIsCutShort(String names, byte[] coded) {
        int complete = 0;
        for (int length = 1; length < coded.length; length++) {
            try {
                decoded(names, Arrays.copyOf(coded, length), length, 100);
                complete++;
            } catch (HttpFailure e) {
                assertThat(e)
                        .as("%d octets", length)
                        .hasMessageMatching("Expected the rest of the (gzip|deflate) coding, got the end of the body");
            }
        }
        assertThat(complete).as("ends between members").isEqualTo(coded == SEVERAL ? 2 : 0);
    }

    @ParameterizedTest
    @MethodSource("codings")
    void refusesGarbageBehindIt(String names, byte[] coded) {
        byte[] more = Arrays.copyOf(coded, coded.length + 3);
        assertThatThrownBy(() -> decoded(names, more, more.length, 100)).isInstanceOf(HttpFailure.class);
        assertThatThrownBy(() -> decoded(names, more, 1, 100)).isInstanceOf(HttpFailure.class);
    }

    @Test
    void refusesEveryFlippedBitOfAMember() {
        byte[] coded = Encoded.gzip(PLAIN);
        for (int at = 0; at < coded.length; at++) {
            if (at >= 4 && at < 10) {
                continue; // Time, hints and system mean nothing.
            }
            byte[] wrong = coded.clone();
            wrong[at] ^= 1;
            if (at == 3) {
                wrong[at] = (byte) 0x80;
            }
            assertThatThrownBy(() -> decoded("gzip", wrong, wrong.length, 100))
                    .as("octet %d", at)
                    .isInstanceOf(HttpFailure.class)
                    .hasMessageStartingWith("Expected ");
        }
    }

    @Test
    void takesNothingAtAllForNothing() throws Exception {
        assertThat(decoded("gzip", new byte[0], 1, 10)).isEmpty();
        assertThat(decoded("deflate", new byte[0], 1, 10)).isEmpty();
    }

    @Test
    void leavesAloneWhatItDoesNotKnow() throws Exception {
        assertThat(Codings.of(Headers.of("Content-Encoding", "br"))).isEmpty();
        assertThat(Codings.of(Headers.of("Content-Encoding", "gzip, br"))).isEmpty();
        assertThat(Codings.of(Headers.of("Content-Encoding", "identity"))).isEmpty();
        assertThat(Codings.of(Headers.of("Content-Encoding", ""))).isEmpty();
        assertThat(Codings.of(Headers.empty())).isEmpty();
    }

    @Test
    void takesNoMoreCodingsThanAllowed() {
        assertThatThrownBy(() -> Codings.of(Headers.of("Content-Encoding", "gzip,".repeat(5))))
                .hasMessage("Expected at most 4 content codings, got 5");
    }

    private static Codings codings(String names) throws HttpFailure {
        return Codings.of(Headers.of("Content-Encoding", names)).orElseThrow();
    }

    private static byte[] decoded(String names, byte[] coded, int piece, int room) throws HttpFailure {
        Codings codings = codings(names);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (int at = 0; at < coded.length; at += piece) {
                give(codings, coded, at, Math.min(coded.length, at + piece), room, out);
            }
            codings.checkEnd();
            return out.toByteArray();
        } finally {
            codings.close();
            codings.close();
        }
    }

    private static void give(Codings codings, byte[] coded, int from, int to, int room, ByteArrayOutputStream out)
            throws HttpFailure {
        // A copy that is spoilt afterwards, as buffers that are shared are.
        byte[] copy = Arrays.copyOfRange(coded, from, to);
        ByteBuffer given = ByteBuffer.wrap(copy);
        codings.give(given);
        ByteBuffer buffer = ByteBuffer.allocate(room);
        while (codings.read(buffer.clear()) > 0) {
            out.write(buffer.array(), 0, buffer.position());
        }
        assertThat(given.hasRemaining()).isFalse();
        Arrays.fill(copy, (byte) -1);
    }
}
