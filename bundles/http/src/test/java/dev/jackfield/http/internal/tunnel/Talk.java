package dev.jackfield.http.internal.tunnel;

import dev.jackfield.connector.Link;
import dev.jackfield.http.ProxyRefused;
import dev.jackfield.http.internal.auth.Authorizing;
import dev.jackfield.http.internal.auth.Sessions;
import dev.jackfield.http.internal.message.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a talk with a proxy.
 *
 * @param requests what it was asked, in order
 * @param outcome {@code open}, {@code reading}, or what the failure says
 * @param refusal status of the head that was kept; 0 if none was
 * @param left octets behind the answer that opened the tunnel
 */
record Talk(List<String> requests, String outcome, int refusal, String left) {
    static final Limits LIMITS = new Limits(64 * 1024, 256, 16);

    /** How the octets of an answer are offered. */
    enum Pieces {
        /** All that there are, whether asked for or not. */
        WHOLE,
        /** As many as are asked for. */
        EXACT,
        /** One at a time. */
        SINGLE
    }

    /** One answer for each request, all of them given as they are; then the connection ends. */
    static Talk with(Pieces pieces, String link, String... answers) {
        return with(pieces, new Sessions(), Link.parse(link), LIMITS, answers);
    }

    static Talk with(Pieces pieces, Sessions sessions, Link link, Limits limits, String... answers) {
        Tunnel tunnel = new Tunnel("origin.test:443", new Authorizing(link, true, sessions, () -> "cnonce"), limits);
        List<String> requests = new ArrayList<>();
        try {
            for (String answer : answers) {
                requests.add(
                        StandardCharsets.ISO_8859_1.decode(tunnel.request()).toString());
                ByteBuffer octets = ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1));
                Tunnel.Next next = feed(tunnel, octets, pieces);
                if (next == Tunnel.Next.OPEN) {
                    String left = StandardCharsets.ISO_8859_1.decode(octets).toString();
                    return new Talk(requests, "open", 0, left);
                }
                if (next == Tunnel.Next.READ) {
                    throw tunnel.ended();
                }
            }
            requests.add(StandardCharsets.ISO_8859_1.decode(tunnel.request()).toString());
            return new Talk(requests, "reading", 0, "");
        } catch (ProxyRefused e) {
            return new Talk(requests, e.getMessage(), e.head().status(), "");
        } catch (IOException e) {
            return new Talk(requests, e.getMessage(), 0, "");
        }
    }

    private static Tunnel.Next feed(Tunnel tunnel, ByteBuffer all, Pieces pieces) throws IOException {
        Tunnel.Next next = Tunnel.Next.READ;
        while (next == Tunnel.Next.READ && all.hasRemaining()) {
            int most = switch (pieces) {
                case WHOLE -> all.remaining();
                case EXACT -> Math.min(tunnel.most(), all.remaining());
                case SINGLE -> 1;
            };
            ByteBuffer piece = all.slice(all.position(), most);
            next = tunnel.feed(piece);
            if (pieces == Pieces.EXACT && next == Tunnel.Next.OPEN && piece.hasRemaining()) {
                throw new AssertionError("Was offered what it asked for, and left " + piece.remaining());
            }
            all.position(all.position() + piece.position());
        }
        return next;
    }
}
