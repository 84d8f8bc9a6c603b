package dev.jackfield.http.internal.tunnel;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.ProxyRefused;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.ResponseLimits;
import dev.jackfield.http.internal.auth.Authorizing;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.Limits;
import dev.jackfield.http.internal.message.ResponseParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a proxy for a tunnel, and answers its challenges as long as it keeps the connection open. Free of I/O: octets in,
 * in pieces of any size; what to do next out.
 *
 * <p>Each answer may have as many octets, fields and interim responses before it as the client allows by default.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Tunnel {
    /** Octets of the body of a 407 that are read to get at the connection behind it. */
    public static final int MOST_DRAINED = 64 * 1024;

    private static final Limits LIMITS = Limits.of(ResponseLimits.defaults());
    private static final int AUTHENTICATION_REQUIRED = 407;
    private static final int MOST_SHOWN = 80;
    private static final String CLOSED = "it closes the connection, so that only the next one can answer its challenge";

    /** What is to be done next. */
    public enum Next {
        /** Read up to {@link #most} octets, and feed them. */
        READ,
        /** Write a {@link #request}. */
        WRITE,
        /** Nothing: the tunnel is open. */
        OPEN
    }

    private final String authority;
    private final Authorizing authorizing;
    private final Limits limits;
    private final ResponseParser parser = new ResponseParser();
    private final Answer answer = new Answer();
    private final Greeting greeting = new Greeting();
    private Optional<ResponseHead> refusal = Optional.empty();
    private boolean draining;
    private int drained;

    /** A tunnel to an authority. */
    public Tunnel(String authority, Authorizing authorizing) {
        this(authority, authorizing, LIMITS);
    }

    Tunnel(String authority, Authorizing authorizing, Limits limits) {
        this.authority = authority;
        this.authorizing = authorizing;
        this.limits = limits;
    }

    /** What to write next; the answer to it is read afterwards. */
    public ByteBuffer request() {
        parser.beginTunnel(limits);
        draining = false;
        StringBuilder request = new StringBuilder(128)
                .append("CONNECT ")
                .append(authority)
                .append(" HTTP/1.1\r\nHost: ")
                .append(authority)
                .append("\r\n");
        authorizing
                .next(authority)
                .ifPresent(value ->
                        request.append("Proxy-Authorization: ").append(value).append("\r\n"));
        return ByteBuffer.wrap(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** How many octets may be read at once, so that none is taken that comes behind the answer that opens the tunnel. */
    public int most() {
        return parser.most();
    }

    /**
     * Takes octets of the answer, and none behind one that opens the tunnel.
     *
     * @throws ProxyRefused if there is an answer, but no tunnel
     * @throws IOException if the answer is garbled, or breaks a limit
     */
    public Next feed(ByteBuffer in) throws IOException {
        greeting.check(in);
        int before = in.position();
        boolean complete;
        try {
            complete = parser.feed(in, answer);
        } catch (HttpFailure e) {
            throw failure(e);
        }
        if (answer.head.isPresent()) {
            ResponseHead head = answer.head.get();
            answer.head = Optional.empty();
            if (head.status() / 100 == 2) {
                return Next.OPEN;
            }
            challenged(head);
        }
        return complete ? again(in) : more(in.position() - before);
    }

    /** What it means that the stream has ended. */
    public IOException ended() {
        if (refusal.isPresent() && (draining || parser.untouched())) {
            return refused(refusal.get(), CLOSED);
        }
        if (parser.untouched()) {
            return new IOException(
                    "Expected an answer of the proxy to CONNECT " + authority + ", got the end of the connection");
        }
        try {
            parser.end();
            throw new IllegalStateException("Expected an answer to be under way");
        } catch (HttpFailure e) {
            return failure(e);
        }
    }

    /** A 407 may be answered; whatever else is no 2xx is final. */
    private void challenged(ResponseHead head) throws ProxyRefused {
        refusal = Optional.of(head);
        draining = true;
        drained = 0;
        if (head.status() != AUTHENTICATION_REQUIRED) {
            throw refused(head, "");
        }
        Optional<String> why = authorizing.challenged(head.headers());
        if (why.isPresent()) {
            throw refused(head, why.get());
        }
        if (!answer.keepAlive) {
            throw refused(head, CLOSED);
        }
    }

    private Next more(int octets) throws ProxyRefused {
        drained += draining ? octets : 0;
        if (drained > MOST_DRAINED) {
            throw refused(
                    refusal.orElseThrow(),
                    "its challenge is followed by a body of more than " + MOST_DRAINED + " octets");
        }
        return Next.READ;
    }

    private Next again(ByteBuffer in) throws ProxyRefused {
        if (in.hasRemaining()) {
            throw refused(refusal.orElseThrow(), "its challenge is followed by octets that nobody asked for");
        }
        return Next.WRITE;
    }

    private IOException failure(HttpFailure e) {
        Optional<ResponseHead> head = e.head().or(() -> draining ? refusal : Optional.empty());
        return head.isPresent()
                ? refused(head.get(), e.getMessage())
                : new IOException("The proxy's answer to CONNECT " + authority + " is garbled. " + e.getMessage());
    }

    private ProxyRefused refused(ResponseHead head, String why) {
        String reason =
                head.reason().substring(0, Math.min(MOST_SHOWN, head.reason().length()));
        return new ProxyRefused(
                "Expected a tunnel to " + authority + " from the proxy, got "
                        + (head.status() + " " + reason.replaceAll("[^ -~]", ".")).strip()
                        + (why.isEmpty() ? "" : ": " + why),
                head);
    }

    /** Keeps the head; the body is nobody's business. */
    private static final class Answer implements ResponseParser.Receiver {
        private Optional<ResponseHead> head = Optional.empty();
        private boolean keepAlive;

        @Override
        public void head(ResponseHead seen, Framing framing) {
            head = Optional.of(seen);
            keepAlive = framing.keepAlive();
        }

        @Override
        public void part(ByteBuffer in, int count) {
            in.position(in.position() + count);
        }
    }
}
