package dev.jackfield.http.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "1.1 200 OK | Content-Length=3 # abc", true),
                Arguments.of("HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", "1.1 200 OK | Content-Length=3 # abc", true),
                Arguments.of("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "1.1 200  | Content-Length=0 # ", true),
                Arguments.of("HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", "1.1 200  | Content-Length=0 # ", true),
                Arguments.of(
                        "HTTP/1.1 200 All is  well\r\nContent-Length: 0\r\n\r\n",
                        "1.1 200 All is  well | Content-Length=0 # ",
                        true),
                Arguments.of("HTTP/1.1 204 No Content\r\n\r\n", "1.1 204 No Content # ", true),
                Arguments.of(
                        "HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n", "1.1 304 Same | Content-Length=9 # ", true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nA:  b \t\r\na:c\r\nContent-Length: 0\r\n\r\n",
                        "1.1 200 OK | A=b | a=c | Content-Length=0 # ",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nA: b\r\n  c\r\nB:\r\n\td\r\nC: e\r\n \r\nContent-Length: 0\r\n\r\n",
                        "1.1 200 OK | A=b c | B=d | C=e | Content-Length=0 # ",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nA: b\r\n \t\r\n\tc \r\n\t\r\n d\r\nContent-Length: 0\r\n\r\n",
                        "1.1 200 OK | A=b c d | Content-Length=0 # ",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 2\r\n\r\nab",
                        "1.1 200 OK | Content-Length=2, 2 | Content-Length=2 # ab",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 02\r\n\r\nab", "1.1 200 OK | Content-Length=02 # ab", true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip ;q=1, ,Chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=gzip ;q=1, ,Chunked # a",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=x | Transfer-Encoding=chunked # ",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1 ; a = b ;c;d=\"\\\";\u00e4\t=\" \t\r\na\r\n0;e\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=chunked # a",
                        true),
                Arguments.of(
                        "HTTP/1.1 100 Continue\r\n\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
                        "1.1 200 OK | Content-Length=1 # a",
                        false),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 1\r\n\r\na",
                        "1.1 200 OK | Connection=x, Close | Content-Length=1 # a",
                        false),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nConnection: not-close\r\nContent-Length: 1\r\n\r\na",
                        "1.1 200 OK | Connection=not-close | Content-Length=1 # a",
                        true),
                Arguments.of(
                        "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", "1.0 200 OK | Content-Length=1 # a", false),
                Arguments.of(
                        "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\na",
                        "1.0 200 OK | Connection=Keep-Alive | Content-Length=1 # a",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=\"y\";z\r\n0123456789\r\n0\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=chunked # abc0123456789",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1 \t\r\na\r\n000\r\nX: y\r\nZ: 1\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=Chunked # a # X=y # Z=1",
                        true),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                        "1.1 200 OK | Transfer-Encoding=chunked | Content-Length=1 # ab",
                        false),
                Arguments.of(
                        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                        "1.0 200 OK | Connection=keep-alive | Transfer-Encoding=chunked # a",
                        false),
                Arguments.of(
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
                        "1.1 200 OK | Content-Length=1 # a",
                        true));
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatIsGood(String raw, String expected, boolean keepAlive) {
        assertThat(Fed.whole(raw)).isEqualTo(new Fed(expected, true, keepAlive, ""));
    }

    @ParameterizedTest
    @MethodSource("good")
    void makesTheSameOfItWhereverItIsCut(String raw, String expected, boolean keepAlive) {
        Fed whole = new Fed(expected, true, keepAlive, "");
        assertThat(Fed.feed(raw, false, Fed.LIMITS, left -> 1)).isEqualTo(whole);
        for (int cut = 1; cut < raw.length(); cut++) {
            int first = cut;
            assertThat(Fed.feed(raw, false, Fed.LIMITS, left -> left == raw.length() ? first : left))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesNothingBehindTheResponse(String raw, String expected, boolean keepAlive) {
        assertThat(Fed.whole(raw + "HTTP/1.1 500 Next"))
                .isEqualTo(new Fed(expected, true, keepAlive, "HTTP/1.1 500 Next"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void noticesWhereverItIsCutShort(String raw, String expected, boolean keepAlive) {
        for (int length = 0; length < raw.length(); length++) {
            assertThat(Fed.whole(raw.substring(0, length)).summary())
                    .as("%d octets", length)
                    .matches("59[67] Expected .*, got the end of the connection.*");
        }
    }

    @Test
    void readsUntilTheEndWithoutALength() {
        assertThat(Fed.whole("HTTP/1.1 200 OK\r\n\r\nabc")).isEqualTo(new Fed("1.1 200 OK # abc", false, false, ""));
        assertThat(Fed.whole("HTTP/1.1 200 OK\r\nTransfer-Encoding: identity, x\r\n\r\n0\r\n\r\n"))
                .isEqualTo(new Fed("1.1 200 OK | Transfer-Encoding=identity, x # 0\r\n\r\n", false, false, ""));
    }

    @Test
    void expectsNoBodyFromHead() {
        assertThat(Fed.toHead("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"))
                .isEqualTo(new Fed("1.1 200 OK | Content-Length=5 # ", true, true, ""));
        assertThat(Fed.toHead("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")
                        .done())
                .isTrue();
        assertThat(Fed.toHead("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .done())
                .isTrue();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("\r\nHTTP/1.1 200 OK\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1 200OK\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/2.0 200 OK\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1  200 OK\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1 099 No\r\n\r\n", "596 Expected a status line"),
                Arguments.of("http/1.1 200 OK\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1 20\r\n\r\n", "596 Expected a status line"),
                Arguments.of("SSH-2.0-OpenSSH\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1 200 O\rK\r\n\r\n", "596 Expected a reason phrase without octet 0x0d"),
                Arguments.of("HTTP/1.1 200 OK\r\nabc\r\n\r\n", "596 Expected a colon in every field line"),
                Arguments.of("HTTP/1.1 200 OK\r\n: b\r\n\r\n", "596 Expected a field name"),
                Arguments.of("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "596 Expected a field name"),
                Arguments.of("HTTP/1.1 200 OK\r\n A: b\r\n\r\n", "596 Expected a field line, got one that begins with"),
                Arguments.of("HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n", "596 Expected a field value without octet 0x00"),
                Arguments.of("HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n", "596 Expected a field value without octet 0x0d"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nA: b\r\n c\0\r\n\r\n", "596 Expected a field value without octet 0x00"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na", "596 Expected digits below 2^63"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\na", "596 Expected digits below 2^63"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\u0085\u001b\r\n\r\na",
                        "596 Expected digits below 2^63 as Content-Length (RFC 9110 section 8.6), got \"1..\""),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 1;x\r\n\r\na", "596 Expected digits below 2^63"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775808\r\n\r\na",
                        "596 Expected digits below 2^63"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\na", "596 Expected one Content-Length"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
                        "596 Expected one Content-Length"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 030, 30\r\n\r\n",
                        "596 Expected one Content-Length (RFC 9112 section 6.3), got 030 and 30"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
                        "596 Expected chunked, once, as the last transfer coding (RFC 9112 section 6.1), got it before"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "596 Expected chunked, once, as the last transfer coding (RFC 9112 section 6.1), got it 2 times"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n",
                        "596 Expected names of transfer codings, chunked without parameters"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                        "596 Expected names of transfer codings"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                        "596 Expected names of transfer codings"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\nContent-Length: 1\r\n\r\na",
                        "596 Expected Transfer-Encoding or Content-Length (RFC 9112 section 6.3), got both"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\nContent-Length: 1\r\n\r\na",
                        "596 Expected names of transfer codings, chunked without parameters (RFC 9112 sections 6.1 and"
                                + " 7.1), got nothing"),
                Arguments.of(
                        "HTTP/1.1 100 Continue\r\n\r\n\r\n\r\nHTTP/1.1 204 No\r\n\r\n", "596 Expected a status line"),
                Arguments.of("HTTP/1.1 101 Switch\r\n\r\n", "596 Expected no change of protocols"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesBadHeads(String raw, String expected) {
        assertThat(Fed.whole(raw).summary()).startsWith(expected);
        assertThat(Fed.feed(raw, false, Fed.LIMITS, left -> 1).summary()).startsWith(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n",
                "\r\n",
                " 1\r\na\r\n0\r\n\r\n",
                "-1\r\n",
                "0x1\r\na\r\n",
                "1x\r\na\r\n",
                "1 1\r\na\r\n",
                "1\na\r\n",
                "1\r\nab\r\n",
                "1\r\na\n0\r\n\r\n",
                "1\r\na\rb",
                "1;a\nb\r\na",
                "1;\r\na",
                "1; \r\na",
                "1;a;\r\na",
                "1;a=\r\na",
                "1;=a\r\na",
                "1;a b\r\na",
                "1;a=b=c\r\na",
                "1;a=\"b\r\na",
                "1;a=\"b\\\r\n\"\r\na",
                "1;a=\"b\"c\r\na",
                "1;a=\"b\n\"\r\na",
                "1;\u00e4\r\na",
                "1;a\0\r\na",
                "FFFFFFFFFFFFFFFF\r\n",
                "0000000000000001\r\na\r\n",
                "0\r\nX y\r\n\r\n",
                "0\r\n X: y\r\n\r\n"
            })
    void refusesBadChunks(String chunks) {
        String raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
        assertThat(Fed.whole(raw).summary()).startsWith("597 Expected").doesNotContain("end of the connection");
        assertThat(Fed.feed(raw, false, Fed.LIMITS, left -> 1)).isEqualTo(Fed.whole(raw));
    }

    @Test
    void keepsToTheLimitOnTheHead() {
        Limits limits = new Limits(100, 256, 16);
        String exact = "HTTP/1.1 204 OK\r\nA: " + "x".repeat(100 - 17 - 3 - 4) + "\r\n\r\n";
        assertThat(exact).hasSize(100);
        assertThat(Fed.feed(exact, false, limits, left -> 1).done()).isTrue();
        assertThat(Fed.feed(exact.replace("A:", "AB:"), false, limits, left -> left)
                        .summary())
                .isEqualTo("596 Expected at most 100 octets (maxHead), got more");
    }

    @Test
    void keepsToTheLimitOnFields() {
        Limits limits = new Limits(1000, 2, 16);
        assertThat(Fed.feed("HTTP/1.1 204 OK\r\nA: b\r\nA: c\r\n\r\n", false, limits, left -> left)
                        .done())
                .isTrue();
        assertThat(Fed.feed("HTTP/1.1 204 OK\r\nA: b\r\nA: c\r\nA: d\r\n\r\n", false, limits, left -> left)
                        .summary())
                .isEqualTo("596 Expected at most 2 fields (maxFields), got more");
    }

    @Test
    void keepsToTheLimitsOnTrailers() {
        Limits limits = new Limits(200, 2, 16);
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
        assertThat(Fed.feed(head + "A: b\r\nA: c\r\nA: d\r\n\r\n", false, limits, left -> left)
                        .summary())
                .isEqualTo("597 Expected at most 2 fields (maxFields), got more");
        assertThat(Fed.feed(head + "A: " + "x".repeat(300) + "\r\n\r\n", false, limits, left -> left)
                        .summary())
                .isEqualTo("597 Expected at most 200 octets (maxHead), got more");
    }

    @Test
    void keepsToTheLimitOnInterimResponses() {
        Limits limits = new Limits(1000, 256, 2);
        String interim = "HTTP/1.1 103 Early\r\n\r\n";
        String last = "HTTP/1.1 204 OK\r\n\r\n";
        assertThat(Fed.feed(interim.repeat(2) + last, false, limits, left -> left)
                        .done())
                .isTrue();
        assertThat(Fed.feed(interim.repeat(3) + last, false, limits, left -> left)
                        .summary())
                .isEqualTo("596 Expected at most 2 interim responses (maxInterim), got more");
    }

    @Test
    void keepsToTheLimitOnChunkExtensions() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;";
        assertThat(Fed.whole(head + "x".repeat(Limits.CHUNK_LINE - 1) + "\r\na\r\n0\r\n\r\n")
                        .done())
                .isTrue();
        assertThat(Fed.whole(head + "x".repeat(Limits.CHUNK_LINE + 1) + "\r\na\r\n0\r\n\r\n")
                        .summary())
                .isEqualTo("597 Expected at most 4096 octets of chunk extensions, got more");
    }

    @Test
    void aLineEndTooManyBehindAMessageIsNotTheNext() {
        ResponseParser parser = new ResponseParser();
        Fed first = Fed.feed(parser, "HTTP/1.1 204 No\r\n\r\n\r\nHTTP/1.1 205 No\r\nContent-Length: 0\r\n\r\n");
        assertThat(first.keepAlive()).isTrue();
        assertThat(Fed.feed(parser, first.left()))
                .isEqualTo(new Fed("1.1 205 No | Content-Length=0 # ", true, false, ""));
        assertThat(Fed.whole("\r\nHTTP/1.1 204 No\r\n\r\n").summary()).startsWith("596 Expected a status line");
    }

    @Test
    void readsOneResponseAfterAnother() {
        Fed first =
                Fed.whole("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        assertThat(Fed.whole(first.left()).summary()).isEqualTo("1.1 404 No | Content-Length=0 # ");
    }
}
