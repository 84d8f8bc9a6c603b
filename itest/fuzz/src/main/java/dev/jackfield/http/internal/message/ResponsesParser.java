package dev.jackfield.http.internal.message;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.itest.fuzz.Parser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A server of which nobody knows what it answers to one request after the other on a connection. The first octet says what
 * the requests are, the second where the stream is cut; then it ends.
 */
public final class ResponsesParser implements Parser {
    private static final Limits LIMITS = new Limits(512, 16, 4);
    private static final int HEAD = 1;
    private static final int UPGRADE = 2;

    @Override
    public void feed(byte[] input) {
        if (input.length < 2) {
            return;
        }
        ByteBuffer stream = ByteBuffer.wrap(input, 2, input.length - 2).slice();
        int cut = stream.hasRemaining() ? (input[1] & 0xFF) * stream.limit() / 256 : 0;
        LastHead last = new LastHead();
        List<String> whole = read(last, stream, input[0], at -> Integer.MAX_VALUE);
        same(read(last, stream, input[0], at -> Integer.MAX_VALUE), whole, () -> "Once more");
        same(read(new LastHead(), stream, input[0], at -> 1), whole, () -> "In single octets");
        same(read(last, stream, input[0], at -> at < cut ? cut - at : Integer.MAX_VALUE), whole, () -> "Cut at " + cut);
    }

    /** What came of each response, up to one after which the connection cannot be used again. */
    private static List<String> read(LastHead last, ByteBuffer stream, int request, IntUnaryOperator piece) {
        ResponseParser parser = new ResponseParser(last);
        ByteBuffer in = stream.duplicate();
        List<String> outcomes = new ArrayList<>();
        do {
            parser.begin(LIMITS, (request & HEAD) != 0, (request & UPGRADE) != 0);
            outcomes.add(one(parser, in, (request & UPGRADE) != 0, piece));
        } while (parser.keepAlive() && in.hasRemaining());
        return outcomes;
    }

    private static String one(ResponseParser parser, ByteBuffer in, boolean mayUpgrade, IntUnaryOperator piece) {
        Taken taken = new Taken(mayUpgrade);
        try {
            boolean done = false;
            while (!done && in.hasRemaining()) {
                int length = Math.min(piece.applyAsInt(in.position()), in.remaining());
                ByteBuffer next = in.slice(in.position(), length);
                done = parser.feed(next, taken);
                holds(done || !next.hasRemaining(), () -> "Neither taken nor refused");
                in.position(in.position() + next.position());
            }
            if (!done) {
                parser.end();
            }
            return taken.complete(parser) + " up to " + in.position();
        } catch (HttpFailure e) {
            readable(e.getMessage());
            holds(!parser.keepAlive(), () -> "A connection to be used again after " + e.getMessage());
            return taken + " then " + e.code() + " " + e.getMessage();
        }
    }

    private static final class Taken implements ResponseParser.Receiver {
        private final boolean mayUpgrade;
        private final StringBuilder heads = new StringBuilder();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private long length = -1;
        private int interim;

        Taken(boolean mayUpgrade) {
            this.mayUpgrade = mayUpgrade;
        }

        @Override
        public void interim(ResponseHead head) {
            holds(head.status() / 100 == 1 && head.status() != 101, () -> "An interim " + head.status());
            interim++;
            note(head);
        }

        @Override
        public void head(ResponseHead head, Framing framing) {
            holds(
                    head.status() >= 200 && head.status() <= 999 || head.status() == 101 && mayUpgrade,
                    () -> "A final " + head.status());
            if (framing.body() == Framing.Body.LENGTH) {
                length = framing.length();
            }
            note(head);
        }

        @Override
        public void part(ByteBuffer in, int count) {
            holds(count > 0 && count <= in.remaining(), () -> "A part of " + count + " octets");
            byte[] part = new byte[count];
            in.get(part);
            body.writeBytes(part);
        }

        String complete(ResponseParser parser) {
            holds(length < 0 || length == body.size(), () -> body.size() + " octets where " + length + " were said");
            sound(parser.trailers());
            return this + " trailers " + parser.trailers() + " kept " + parser.keepAlive();
        }

        @Override
        public String toString() {
            return heads + " body " + body.toString(StandardCharsets.ISO_8859_1);
        }

        private void note(ResponseHead head) {
            holds(interim <= LIMITS.interim(), () -> interim + " interim responses");
            holds(head.reason().chars().noneMatch(Taken::breaksLines), head::reason);
            sound(head.headers());
            heads.append(head.minor())
                    .append(' ')
                    .append(head.status())
                    .append(' ')
                    .append(head.reason());
            heads.append('\n').append(head.headers());
        }

        private static void sound(Headers headers) {
            holds(headers.size() <= LIMITS.fields(), () -> headers.size() + " fields");
            headers.forEach((name, value) -> {
                holds(Chars.isToken(name), () -> "The name " + name);
                holds(value.chars().noneMatch(Taken::breaksLines), () -> "The value " + value);
                holds(Chars.trim(value).equals(value), () -> "Blanks around " + value);
            });
        }

        private static boolean breaksLines(int octet) {
            return octet == '\r' || octet == '\n' || octet == 0;
        }
    }
}
