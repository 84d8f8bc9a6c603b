package dev.jackfield.resolver.internal.stub;

import java.nio.ByteBuffer;

/**
 * A name server that does what the input says. Each event is an octet and what belongs to it: {@code t} time passes,
 * {@code f} the connection fails; {@code r} a length of two octets and a message; {@code a} likewise, but the server
 * puts the id before the message, and the question behind the first ten of its octets, as in an answer to this query.
 * Any other octet is a message of that length. Over a stream a message comes in pieces.
 */
final class Peer {
    /** The header without the id. */
    private static final int REST_OF_HEADER = 10;

    private static final int HEADER = 12;
    private static final int OPT = 11;

    private final ByteBuffer script;

    Peer(ByteBuffer script) {
        this.script = script;
    }

    /** Plays until the inquiry wants something else than to wait. */
    Step answer(Step asked, Inquiry inquiry) {
        byte[] query = asked instanceof Step.Stream stream ? stream.query() : ((Step.Datagram) asked).query();
        Step step = Step.Wait.ON;
        while (step instanceof Step.Wait) {
            step = script.hasRemaining()
                    ? event(script.get() & 0xFF, query, asked instanceof Step.Stream, inquiry)
                    : inquiry.timedOut();
        }
        return step;
    }

    private Step event(int kind, byte[] query, boolean stream, Inquiry inquiry) {
        return switch (kind) {
            case 't' -> inquiry.timedOut();
            case 'f' -> inquiry.failed("the peer hung up");
            case 'r' -> send(take(u16()), stream, inquiry);
            case 'a' -> send(answer(take(u16()), query), stream, inquiry);
            default -> send(take(kind), stream, inquiry);
        };
    }

    /** Over a stream cut after each third octet, with the start of another message behind it. */
    private static Step send(byte[] message, boolean stream, Inquiry inquiry) {
        if (!stream) {
            return inquiry.received(message, message.length);
        }
        FrameReader frame = new FrameReader();
        ByteBuffer octets = ByteBuffer.allocate(message.length + 4).putShort((short) message.length);
        octets.put(message).putShort((short) 0xFFFF).flip();
        boolean complete = false;
        for (int end = 3; !complete && end < octets.capacity() + 3; end += 3) {
            complete = frame.take(octets.limit(Math.min(end, octets.capacity())));
        }
        if (!complete || frame.length() != message.length) {
            throw new AssertionError("A message of " + message.length + " octets, taken out: " + frame.progress());
        }
        return inquiry.received(frame.octets(), frame.length());
    }

    /** The question comes back as it was asked, whatever the query has behind it. */
    private static byte[] answer(byte[] rest, byte[] query) {
        boolean edns = query[HEADER - 1] != 0;
        int question = query.length - HEADER - (edns ? OPT : 0);
        int before = Math.min(rest.length, REST_OF_HEADER);
        ByteBuffer message = ByteBuffer.allocate(2 + rest.length + question);
        message.put(query, 0, 2).put(rest, 0, before).put(query, HEADER, question);
        return message.put(rest, before, rest.length - before).array();
    }

    private byte[] take(int length) {
        byte[] octets = new byte[Math.min(length, script.remaining())];
        script.get(octets);
        return octets;
    }

    private int u16() {
        int number = script.hasRemaining() ? script.get() & 0xFF : 0;
        return number << 8 | (script.hasRemaining() ? script.get() & 0xFF : 0);
    }
}
