package dev.jackfield.http.internal.tunnel;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.connector.Link;
import dev.jackfield.http.ProxyRefused;
import dev.jackfield.http.internal.auth.Authorizing;
import dev.jackfield.http.internal.auth.Sessions;
import dev.jackfield.itest.fuzz.Parser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A proxy of which nobody knows what it answers: heads, challenges and bodies, a NUL between what it says to one request
 * and what to the next. When the input is over it closes the connection.
 */
public final class ConnectAnswerParser implements Parser {
    private static final String PASSWORD = "OpenSesame";
    private static final Link LINK = Link.parse("connect(joe:" + PASSWORD + "@proxy.test:8080)");
    private static final String AUTHORITY = "origin.test:443";

    /** What came of it; {@code left} is how many octets behind an open tunnel's head were not taken, else -1. */
    private record Outcome(List<String> requests, int refusal, int left) {}

    @Override
    public void feed(byte[] input) {
        // Who knows the password already, or spells it with what is dropped in reading, may well be told it.
        if (new String(input, StandardCharsets.ISO_8859_1)
                .replaceAll("[^A-Za-z]", "")
                .contains(PASSWORD)) {
            return;
        }
        Outcome exact = talk(input, false);
        same(talk(input, true), exact, () -> "In single octets");
        int most = 1 + Authorizing.MOST_ANSWERS;
        holds(exact.requests.size() <= most, () -> exact.requests.size() + " requests");
        exact.requests.forEach(ConnectAnswerParser::sound);
    }

    private static Outcome talk(byte[] input, boolean single) {
        Tunnel tunnel = new Tunnel(AUTHORITY, new Authorizing(LINK, true, new Sessions(), () -> "cnonce"));
        List<String> requests = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(input);
        try {
            while (true) {
                requests.add(
                        StandardCharsets.ISO_8859_1.decode(tunnel.request()).toString());
                ByteBuffer answer = next(all);
                if (answered(tunnel, answer, single)) {
                    return new Outcome(requests, 0, answer.remaining());
                }
            }
        } catch (IOException e) {
            readable(e.getMessage());
            holds(!e.getMessage().contains(PASSWORD), () -> "A password: " + e.getMessage());
            return new Outcome(
                    requests, e instanceof ProxyRefused refused ? refused.head().status() : 0, -1);
        }
    }

    /** True if the tunnel is open, false if there is another request to be made. */
    private static boolean answered(Tunnel tunnel, ByteBuffer answer, boolean single) throws IOException {
        while (answer.hasRemaining()) {
            int most = single ? 1 : Math.min(tunnel.most(), answer.remaining());
            holds(most > 0, () -> "Nothing to be read");
            ByteBuffer piece = answer.slice(answer.position(), most);
            Tunnel.Next next = tunnel.feed(piece);
            answer.position(answer.position() + piece.position());
            if (next == Tunnel.Next.OPEN) {
                holds(!piece.hasRemaining(), () -> "Asked for octets behind the head");
                return true;
            }
            if (next == Tunnel.Next.WRITE) {
                if (answer.hasRemaining()) {
                    // In one piece this would have been too much.
                    tunnel.feed(answer);
                }
                return false;
            }
            holds(!piece.hasRemaining(), () -> "Neither taken nor refused");
        }
        throw tunnel.ended();
    }

    private static ByteBuffer next(ByteBuffer all) {
        int begin = all.position();
        while (all.hasRemaining() && all.get() != 0) {
            // up to the next NUL
        }
        boolean cut = all.position() > begin && all.get(all.position() - 1) == 0;
        return all.slice(begin, all.position() - begin - (cut ? 1 : 0));
    }

    /** Nothing in a challenge can break the request that answers it. */
    private static void sound(String request) {
        String[] lines = request.split("\r\n", -1);
        same(lines[0], "CONNECT " + AUTHORITY + " HTTP/1.1", () -> "The request line");
        same(lines[1], "Host: " + AUTHORITY, () -> "The host");
        holds(lines.length == 5 && lines[2].startsWith("Proxy-Authorization: ") || lines.length == 4, () -> request);
        same(lines[lines.length - 2] + lines[lines.length - 1], "", () -> "The end of the head");
        holds(request.replace("\r\n", "").chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0), () -> request);
        holds(!request.contains(PASSWORD), () -> "A password: " + request);
    }
}
