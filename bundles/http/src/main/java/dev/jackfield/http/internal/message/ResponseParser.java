package dev.jackfield.http.internal.message;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;

/**
 * Reads one response after another (RFC 9112). Free of I/O: octets in, in pieces of any size; head, body and trailers
 * out. Never takes an octet that does not belong to the response. <i>Loop-confined.</i>
 */
public final class ResponseParser {
    /** Where the pieces go. What it throws ends the response. */
    public interface Receiver {
        /** An interim head. */
        default void interim(ResponseHead head) throws HttpFailure {}

        /** The final head. */
        void head(ResponseHead head, Framing framing) throws HttpFailure;

        /** Asked behind the final head: whether what follows is none of the parser's business. */
        default boolean endsWithHead() {
            return false;
        }

        /** Asked before each part: whether nothing more is wanted for now. */
        default boolean paused() {
            return false;
        }

        /** The next {@code count} octets of {@code in}, at least one, are body; takes them, or less if it pauses meanwhile. */
        void part(ByteBuffer in, int count) throws HttpFailure;
    }

    private enum State {
        IDLE,
        HEAD,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE,
        DONE
    }

    private final LastHead last;
    private final HeadParser heads = new HeadParser();
    private final Framing framing = new Framing();
    /** Made when the first chunked response comes. */
    private ChunkParser chunks;

    private State state = State.IDLE;
    private Limits limits;
    private boolean answersHead;
    private boolean answersConnect;
    private boolean upgradable;
    private int interim;
    private boolean continued;
    private long left;
    private Headers trailers = Headers.empty();

    /** A parser by itself. */
    public ResponseParser() {
        this(new LastHead());
    }

    /** @param last what is likely to come again */
    public ResponseParser(LastHead last) {
        this.last = last;
    }

    /** Gets ready for the response to a request. */
    public void begin(Limits newLimits, boolean toHeadRequest) {
        begin(newLimits, toHeadRequest, false);
    }

    /** Gets ready for the response to a request that may change the protocol: then a 101 is final. */
    public void begin(Limits newLimits, boolean toHeadRequest, boolean mayUpgrade) {
        begin(newLimits);
        answersHead = toHeadRequest;
        answersConnect = false;
        upgradable = mayUpgrade;
    }

    /**
     * Gets ready for the response to a CONNECT request: if it opens a tunnel, it ends with its head. If a head that does
     * not is faulty, the failure has it nevertheless.
     */
    public void beginTunnel(Limits newLimits) {
        begin(newLimits);
        answersHead = false;
        answersConnect = true;
        upgradable = false;
    }

    private void begin(Limits newLimits) {
        limits = newLimits;
        interim = 0;
        continued = false;
        trailers = Headers.empty();
        heads.begin(limits.head(), limits.fields());
        state = State.HEAD;
    }

    /**
     * Takes octets. Returns true once the response is complete; what is left in {@code in} is not part of it. If the
     * receiver pauses, what is left is to be offered again.
     */
    public boolean feed(ByteBuffer in, Receiver receiver) throws HttpFailure {
        while (true) {
            switch (state) {
                case HEAD -> {
                    if (sameAgain(in)) {
                        framing.becomes(last.framing());
                        deliver(last.head(), receiver);
                    } else if (heads.feed(in)) {
                        head(receiver);
                    } else {
                        return false;
                    }
                }
                case LENGTH -> {
                    if (!in.hasRemaining() || receiver.paused()) {
                        return false;
                    }
                    int before = in.position();
                    receiver.part(in, (int) Math.min(left, in.remaining()));
                    left -= in.position() - before;
                    if (left == 0) {
                        state = State.DONE;
                    }
                }
                case CHUNKED -> {
                    if (!chunks.feed(in, receiver)) {
                        return false;
                    }
                    trailers = chunks.takeTrailers();
                    state = State.DONE;
                }
                case UNTIL_CLOSE -> {
                    if (!in.hasRemaining() || receiver.paused()) {
                        return false;
                    }
                    receiver.part(in, in.remaining());
                }
                default -> {
                    return true;
                }
            }
        }
    }

    /** How many octets may be offered at once so that, should this be the last head, none of them lies behind it. */
    public int most() {
        return state == State.HEAD ? heads.least() : Integer.MAX_VALUE;
    }

    /** The stream has ended. Returns if that completes the response, and throws if it cuts it short. */
    public void end() throws HttpFailure {
        switch (state) {
            case UNTIL_CLOSE -> state = State.DONE;
            case HEAD ->
                throw new HttpFailure(
                        Phase.HEAD,
                        heads.begun()
                                ? "Expected the rest of the response's head (RFC 9112 section 8), got the end of the connection"
                                : "Expected a response, got the end of the connection");
            case LENGTH ->
                throw new HttpFailure(
                        Phase.BODY,
                        "Expected " + framing.length()
                                + " octets of body (RFC 9112 section 8), got the end of the connection " + left
                                + " octets before that");
            default ->
                throw new HttpFailure(
                        Phase.BODY,
                        "Expected the last chunk of the body (RFC 9112 section 8), got the end of the connection");
        }
    }

    /** Where a fault would belong now. */
    public Phase phase() {
        return state == State.HEAD ? Phase.HEAD : Phase.BODY;
    }

    /** Tells whether nothing at all of the response has come. */
    public boolean untouched() {
        return state == State.HEAD && interim == 0 && !heads.begun();
    }

    /** Whether a 100 has come: what is held back may go. */
    public boolean continued() {
        return continued;
    }

    /** Whether the connection may be used again after this response. */
    public boolean keepAlive() {
        return state == State.DONE && framing.keepAlive();
    }

    /** For how long the server is going to wait for the next request; -1 if it did not say. */
    public long keepAliveSeconds() {
        return framing.keepAliveSeconds();
    }

    public Headers trailers() {
        return trailers;
    }

    private void head(Receiver receiver) throws HttpFailure {
        int status = heads.status();
        decideFraming(status);
        if (status < 200 && !(status == 101 && upgradable)) {
            interim(status, receiver);
            return;
        }
        ByteBuffer came = heads.asCame();
        ResponseHead head = heads.takeHead();
        if (status >= 200 && !answersConnect && !heads.strayed() && came.remaining() <= LastHead.MOST) {
            last.keep(came, answersHead, head, framing);
        }
        deliver(head, receiver);
    }

    /** Whether all of the head is there, and no other than the last final one. */
    private boolean sameAgain(ByteBuffer in) {
        return !answersConnect && !heads.begun() && last.takes(in, answersHead, limits);
    }

    private void deliver(ResponseHead head, Receiver receiver) throws HttpFailure {
        switch (framing.body()) {
            case NONE -> state = State.DONE;
            case LENGTH -> {
                left = framing.length();
                state = State.LENGTH;
            }
            case CHUNKED -> {
                if (chunks == null) {
                    chunks = new ChunkParser();
                }
                chunks.begin(limits);
                state = State.CHUNKED;
            }
            case UNTIL_CLOSE -> state = State.UNTIL_CLOSE;
        }
        receiver.head(head, framing);
        if (receiver.endsWithHead()) {
            framing.tunnel();
            state = State.DONE;
        }
    }

    private void decideFraming(int status) throws HttpFailure {
        if (!answersConnect) {
            framing.decide(heads, answersHead);
        } else if (status / 100 == 2) {
            framing.tunnel();
        } else {
            try {
                framing.decide(heads, false);
            } catch (HttpFailure e) {
                throw e.after(heads.takeHead());
            }
        }
    }

    /** RFC 9110 section 15.2: any number of them may come, and only a 101 that was asked for changes anything. */
    private void interim(int status, Receiver receiver) throws HttpFailure {
        if (status == 101) {
            throw new HttpFailure(
                    Phase.HEAD,
                    "Expected no change of protocols, as none was asked for (RFC 9110 section 7.8), got status 101");
        }
        if (++interim > limits.interim()) {
            throw new HttpFailure(
                    Phase.HEAD, "Expected at most " + limits.interim() + " interim responses (maxInterim), got more");
        }
        continued |= status == 100;
        ResponseHead head = heads.takeHead();
        heads.begin(limits.head(), limits.fields());
        receiver.interim(head);
    }
}
