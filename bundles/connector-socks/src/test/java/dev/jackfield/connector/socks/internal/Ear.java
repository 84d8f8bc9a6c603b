package dev.jackfield.connector.socks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackfield.connector.socks.SocksFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Has exchanges hear answers, cut in every way there is. */
final class Ear {
    /** What the target says, in the same packet. */
    private static final byte[] BEHIND = {5, 0, 0, 1, 0x5A};

    private Ear() {}

    /** Octets from pairs of hexadecimal digits. */
    static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Octets to pairs of hexadecimal digits. */
    static String hex(ByteBuffer octets) {
        byte[] copy = new byte[octets.remaining()];
        octets.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    /** The same for ASCII. */
    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The exchange after one answer, whole or in two pieces, or in single octets; all of it is taken and nothing else. */
    static Exchange after(Supplier<? extends Exchange> exchange, String hex) throws SocksFailure {
        byte[] answer = octets(hex);
        for (int cut = 0; cut <= answer.length; cut++) {
            Exchange cutInTwo = exchange.get();
            assertThat(cutInTwo.missing()).isPositive();
            heard(cutInTwo, ByteBuffer.wrap(answer, 0, cut));
            assertThat(cutInTwo.missing() == 0).isEqualTo(cut == answer.length);
            heard(cutInTwo, ByteBuffer.wrap(answer, cut, answer.length - cut));
            assertThat(cutInTwo.missing()).isZero();
        }
        ByteBuffer more = ByteBuffer.allocate(answer.length + BEHIND.length)
                .put(answer)
                .put(BEHIND)
                .flip();
        exchange.get().hear(more);
        assertThat(more.position()).isEqualTo(answer.length);
        return bySingleOctets(exchange.get(), answer);
    }

    /** What an answer is refused with. It is the last octet of it that is one too many, and no earlier one. */
    static SocksFailure refusal(Supplier<? extends Exchange> exchange, String hex) throws SocksFailure {
        byte[] answer = octets(hex);
        heard(exchange.get(), ByteBuffer.wrap(answer, 0, answer.length - 1));
        return catchThrowableOfType(SocksFailure.class, () -> heard(exchange.get(), ByteBuffer.wrap(answer)));
    }

    private static void heard(Exchange exchange, ByteBuffer octets) throws SocksFailure {
        exchange.hear(octets);
        assertThat(octets.hasRemaining()).isFalse();
    }

    /** As the handshake does, which never takes more from the wire than is missing. */
    private static Exchange bySingleOctets(Exchange exchange, byte[] answer) throws SocksFailure {
        int taken = 0;
        while (exchange.missing() > 0) {
            assertThat(taken + exchange.missing())
                    .as("Octets taken from the wire")
                    .isLessThanOrEqualTo(answer.length);
            exchange.hear(ByteBuffer.wrap(answer, taken++, 1));
        }
        assertThat(taken).isEqualTo(answer.length);
        return exchange;
    }
}
