package dev.jackfield.http.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered may save work and must change nothing: beside a parser that remembers always reads one that does not. */
class LastHeadTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nServer: x\r\nKeep-Alive: timeout=5\r\nContent-Length: 3\r\n\r\n";

    private final LastHead last = new LastHead();

    @Test
    void theSameHeadIsOneObject() throws HttpFailure {
        ResponseHead first = headOf(new ResponseParser(last), HEAD + "abc", false);

        assertThat(headOf(new ResponseParser(last), HEAD + "xyz", false)).isSameAs(first);
    }

    @Test
    void aHeadInADirectBufferIsRecognized() throws HttpFailure {
        ResponseHead first = headOf(new ResponseParser(last), HEAD + "abc", false);
        byte[] octets = (HEAD + "xyz").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer in = ByteBuffer.allocateDirect(100 + octets.length).position(100);
        in.put(octets).position(100);

        assertThat(headOf(new ResponseParser(last), in, false)).isSameAs(first);
        assertThat(in.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.0 200 OK\r\nServer: x\r\nConnection: keep-alive\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nLink: a\r\nContent-Length: 1\r\n\r\na",
                "HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nto the end"
            })
    void onceReadIsReadAgainTheSameWayInWhateverPieces(String response) {
        ResponseParser remembering = new ResponseParser(last);
        Fed.feed(remembering, HEAD + "abc");
        for (int again = 0; again < 3; again++) {
            assertThat(Fed.feed(remembering, response)).isEqualTo(Fed.feed(used(), response));
        }
        for (int piece = 1; piece <= response.length(); piece++) {
            assertThat(Fed.feed(remembering, response, piece)).isEqualTo(Fed.feed(used(), response, piece));
        }
    }

    @Test
    void anyOtherOctetAnywhereIsSeen() {
        String response = HEAD + "abc";
        for (int at = 0; at < response.length(); at++) {
            for (char other : new char[] {'\r', '\n', ' ', ':', '9', 'x', '\0', '\u00ff'}) {
                Fed.feed(new ResponseParser(last), response);
                String changed = response.substring(0, at) + other + response.substring(at + 1);

                assertThat(Fed.feed(new ResponseParser(last), changed))
                        .as("%d: %s", at, changed)
                        .isEqualTo(Fed.whole(changed));
            }
        }
    }

    @Test
    void aFoldedHeadIsNotRememberedAsItWasUnfolded() {
        String folded = "HTTP/1.1 200 OK\r\nA: b\r\n  \tcd\r\nContent-Length: 0\r\n\r\n";
        String unfolded = "HTTP/1.1 200 OK\r\nA: b cd \tcd\r\nContent-Length: 0\r\n\r\n";
        Fed.feed(new ResponseParser(last), folded);

        assertThat(Fed.feed(new ResponseParser(last), unfolded)).isEqualTo(Fed.whole(unfolded));
    }

    @Test
    void theAnswerToAHeadRequestIsNotTakenForThatToAGet() throws HttpFailure {
        headOf(new ResponseParser(last), HEAD, true);

        assertThat(Fed.feed(new ResponseParser(last), HEAD + "abc")).isEqualTo(Fed.whole(HEAD + "abc"));
    }

    @Test
    void aChangeOfProtocolsThatNobodyAskedForIsRefusedHoweverOftenItWasAskedFor() throws HttpFailure {
        String upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\n\r\n";
        for (int i = 0; i < 2; i++) {
            ResponseParser asking = new ResponseParser(last);
            asking.begin(Fed.LIMITS, false, true);
            asking.feed(buffer(upgrade), new Heads());
        }

        assertThat(Fed.feed(new ResponseParser(last), upgrade)).isEqualTo(Fed.whole(upgrade));
    }

    @Test
    void limitsThatWereLoweredSinceHold() throws HttpFailure {
        headOf(new ResponseParser(last), HEAD + "abc", false);

        assertThatThrownBy(() -> read(new Limits(HEAD.length() - 1, 256, 16))).hasMessageContaining("maxHead");
        assertThatThrownBy(() -> read(new Limits(1000, 2, 16))).hasMessageContaining("maxFields");
        read(new Limits(HEAD.length(), 3, 16));
    }

    @Test
    void aLongHeadIsNotHeldOnTo() throws HttpFailure {
        String most = padded(LastHead.MOST);
        ResponseHead first = headOf(new ResponseParser(last), most, false);
        String more = padded(LastHead.MOST + 1);
        ResponseHead second = headOf(new ResponseParser(last), more, false);

        assertThat(headOf(new ResponseParser(last), more, false)).isNotSameAs(second);
        assertThat(headOf(new ResponseParser(last), most, false)).isSameAs(first);
    }

    @Test
    void aTunnelNeitherRemembersNorIsRemembered() throws HttpFailure {
        headOf(new ResponseParser(last), HEAD + "abc", false);
        ResponseParser tunnel = new ResponseParser(last);
        tunnel.beginTunnel(Fed.LIMITS);

        assertThat(tunnel.feed(buffer(HEAD), new Heads())).isTrue();
        assertThat(Fed.feed(new ResponseParser(last), HEAD + "abc")).isEqualTo(Fed.whole(HEAD + "abc"));
    }

    /** That a parser has read a response before makes a difference by itself: then a stray line end may come. */
    private static ResponseParser used() {
        ResponseParser parser = new ResponseParser();
        Fed.feed(parser, HEAD + "abc");
        return parser;
    }

    private void read(Limits limits) throws HttpFailure {
        ResponseParser parser = new ResponseParser(last);
        parser.begin(limits, false);
        parser.feed(buffer(HEAD + "abc"), new Heads());
    }

    private static String padded(int length) {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nA: \r\n\r\n";
        return head.replace("A: ", "A: " + "a".repeat(length - head.length()));
    }

    private static ResponseHead headOf(ResponseParser parser, String response, boolean toHeadRequest)
            throws HttpFailure {
        return headOf(parser, buffer(response), toHeadRequest);
    }

    private static ResponseHead headOf(ResponseParser parser, ByteBuffer in, boolean toHeadRequest) throws HttpFailure {
        Heads heads = new Heads();
        parser.begin(Fed.LIMITS, toHeadRequest);
        assertThat(parser.feed(in, heads)).isTrue();
        return heads.seen.get(0);
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static final class Heads implements ResponseParser.Receiver {
        private final List<ResponseHead> seen = new ArrayList<>();

        @Override
        public void head(ResponseHead head, Framing framing) {
            seen.add(head);
        }

        @Override
        public void part(ByteBuffer in, int count) {
            in.position(in.position() + count);
        }
    }
}
