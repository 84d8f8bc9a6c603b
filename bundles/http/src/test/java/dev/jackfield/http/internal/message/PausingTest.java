package dev.jackfield.http.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that pauses after its head and after each part loses nothing, wherever the response is cut. */
class PausingTest {
    private static final class Hesitant implements ResponseParser.Receiver {
        final StringBuilder got = new StringBuilder();
        boolean paused;

        @Override
        public void head(ResponseHead head, Framing framing) {
            paused = true;
        }

        @Override
        public void part(ByteBuffer in, int count) {
            assertThat(paused).as("a part while it is paused").isFalse();
            for (int i = 0; i < count; i++) {
                got.append((char) in.get());
            }
            paused = true;
        }

        @Override
        public boolean paused() {
            return paused;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nabcdef"
            })
    void losesNothing(String raw) throws Exception {
        for (int cut = 0; cut <= raw.length(); cut++) {
            assertThat(received(raw, cut)).as("cut at %d", cut).isEqualTo("abcdef");
        }
    }

    private static String received(String raw, int cut) throws HttpFailure {
        byte[] octets = raw.getBytes(StandardCharsets.US_ASCII);
        ResponseParser parser = new ResponseParser();
        parser.begin(Fed.LIMITS, false);
        Hesitant receiver = new Hesitant();
        boolean done = feed(parser, ByteBuffer.wrap(octets, 0, cut), receiver)
                || feed(parser, ByteBuffer.wrap(octets, cut, octets.length - cut), receiver);
        if (!done) {
            parser.end();
        }
        return receiver.got.toString();
    }

    private static boolean feed(ResponseParser parser, ByteBuffer in, Hesitant receiver) throws HttpFailure {
        while (!parser.feed(in, receiver)) {
            if (!in.hasRemaining()) {
                return false;
            }
            assertThat(receiver.paused).as("octets left without a reason").isTrue();
            receiver.paused = false;
        }
        return true;
    }
}
