package dev.jackfield.http.internal.message;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a parser makes of a text.
 *
 * @param summary status, fields, body and trailers as text, or the failure
 * @param done whether the response was complete before the end of the stream
 * @param keepAlive whether the connection may be used again
 * @param left octets behind the response
 */
record Fed(String summary, boolean done, boolean keepAlive, String left) {
    static final Limits LIMITS = new Limits(64 * 1024, 256, 16);

    /** In one piece. */
    static Fed whole(String raw) {
        return feed(raw, false, LIMITS, left -> left);
    }

    /** In one piece, as the answer to a HEAD request. */
    static Fed toHead(String raw) {
        return feed(raw, true, LIMITS, left -> left);
    }

    /** In pieces whose lengths are a function of what is left. */
    static Fed feed(String raw, boolean answersHead, Limits limits, IntFunction<Integer> piece) {
        return feed(new ResponseParser(), raw, answersHead, limits, piece);
    }

    /** In one piece, by a parser that may have read others before. */
    static Fed feed(ResponseParser parser, String raw) {
        return feed(parser, raw, false, LIMITS, left -> left);
    }

    /** In pieces of one length, by a parser that may have read others before. */
    static Fed feed(ResponseParser parser, String raw, int piece) {
        return feed(parser, raw, false, LIMITS, left -> piece);
    }

    private static Fed feed(
            ResponseParser parser, String raw, boolean answersHead, Limits limits, IntFunction<Integer> piece) {
        byte[] octets = raw.getBytes(StandardCharsets.ISO_8859_1);
        parser.begin(limits, answersHead);
        Taken taken = new Taken();
        boolean done = false;
        int at = 0;
        try {
            while (!done && at < octets.length) {
                int length = Math.min(piece.apply(octets.length - at), octets.length - at);
                ByteBuffer in = ByteBuffer.wrap(octets, at, length);
                done = parser.feed(in, taken);
                at = in.position();
            }
            if (!done) {
                parser.end();
            }
        } catch (HttpFailure e) {
            return new Fed(e.code() + " " + e.getMessage(), false, false, "");
        }
        String left = new String(octets, at, octets.length - at, StandardCharsets.ISO_8859_1);
        return new Fed(taken.summary(parser.trailers()), done, parser.keepAlive(), left);
    }

    private static final class Taken implements ResponseParser.Receiver {
        private Optional<ResponseHead> head = Optional.empty();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        @Override
        public void head(ResponseHead seen, Framing framing) {
            head = Optional.of(seen);
        }

        @Override
        public void part(ByteBuffer in, int count) {
            if (count < 1) {
                throw new AssertionError("A part of " + count + " octets");
            }
            byte[] bytes = new byte[count];
            in.get(bytes);
            body.writeBytes(bytes);
        }

        String summary(Headers trailers) {
            ResponseHead seen = head.orElseThrow();
            StringBuilder text = new StringBuilder("1." + seen.minor() + " " + seen.status() + " " + seen.reason());
            seen.headers()
                    .forEach((name, value) ->
                            text.append(" | ").append(name).append('=').append(value));
            text.append(" # ").append(body.toString(StandardCharsets.ISO_8859_1));
            trailers.forEach(
                    (name, value) -> text.append(" # ").append(name).append('=').append(value));
            return text.toString();
        }
    }
}
