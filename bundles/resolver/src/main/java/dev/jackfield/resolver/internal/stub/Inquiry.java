package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.DnsMessage;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.QueryWriter;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.Rcode;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.util.function.IntSupplier;

/**
 * One question, asked until a server answers it, without I/O: it says what to do, and is told what happened.
 *
 * <p>What does not belong to the query is ignored (RFC 5452 section 9.1); what does and is no good leads to the next
 * server.
 */
final class Inquiry {
    /** How many datagrams that do not belong to the query are ignored before the server is given up. */
    static final int MOST_STRAYS = 100;

    /** How many octets of a datagram are taken, although a server is asked to send fewer. */
    static final int MOST_DATAGRAM = 4096;

    private final Question question;
    private final Servers servers;
    private final boolean edns;
    private final IntSupplier ids;
    private Servers.Server server;
    private int id;
    private boolean overStream;
    private int strays;

    /**
     * An inquiry.
     *
     * @param servers whom to ask, in their order
     * @param edns whether to offer EDNS
     * @param ids yields numbers of 16 bits that nobody can guess
     */
    Inquiry(Question question, Servers servers, boolean edns, IntSupplier ids) {
        this.question = question;
        this.servers = servers;
        this.edns = edns;
        this.ids = ids;
    }

    /** The first step. */
    Step begin() {
        return next();
    }

    /** Nothing came in time. */
    Step timedOut() {
        servers.timedOut(server);
        return next();
    }

    /** The server could not be reached, or hung up. */
    Step failed(String why) {
        servers.unreachable(server, why);
        return next();
    }

    /**
     * Something came from the server.
     *
     * @param octets a datagram, or a message out of a stream
     * @param length how many of them it is
     */
    Step received(byte[] octets, int length) {
        MessageReader reader;
        try {
            reader = new MessageReader(octets, length);
        } catch (MalformedMessage e) {
            return stray(e.getMessage());
        }
        if (!answersMine(reader)) {
            return stray("an answer to something else");
        }
        if (!overStream && length > MOST_DATAGRAM) {
            return bad("a datagram of more than " + MOST_DATAGRAM + " octets");
        }
        if (reader.header().isTruncated()) {
            // RFC 2181 section 9: what is in it is not to be used.
            return overStream ? bad("truncated over TCP as well") : ask(true);
        }
        DnsMessage message;
        try {
            message = reader.message();
        } catch (MalformedMessage e) {
            return bad(e.getMessage());
        }
        return judge(message);
    }

    private boolean answersMine(MessageReader reader) {
        if (reader.header().id() != id
                || !reader.header().isResponse()
                || reader.header().opcode() != 0) {
            return false;
        }
        if (reader.questions().isEmpty()) {
            // A server that fails early may not repeat the question. It only gets the next one its chance.
            return reader.header().rcode() != Rcode.NOERROR && reader.header().rcode() != Rcode.NXDOMAIN;
        }
        return reader.questions().size() == 1 && reader.questions().get(0).equals(question);
    }

    private Step judge(DnsMessage message) {
        int rcode = message.rcode();
        switch (rcode) {
            case Rcode.NOERROR, Rcode.NXDOMAIN -> {
                return isReferral(message) ? bad("a referral to others") : new Step.Done(new Reply.Message(message));
            }
            case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS -> {
                if (offersEdns()) {
                    server.withoutEdns();
                    return ask(overStream);
                }
            }
            default -> {}
        }
        return bad(Rcode.name(rcode));
    }

    /** A server that does not ask others for us, and is not responsible either. */
    private static boolean isReferral(DnsMessage message) {
        return message.rcode() == Rcode.NOERROR
                && message.answers().isEmpty()
                && !message.header().isAuthoritative()
                && message.authorities().stream().anyMatch(record -> record.is(RecordType.NS))
                && message.authorities().stream().noneMatch(record -> record.is(RecordType.SOA));
    }

    private Step stray(String what) {
        // A connection is the server's alone, so there is nobody else to wait for.
        return overStream || ++strays > MOST_STRAYS ? bad(what) : Step.Wait.ON;
    }

    private Step bad(String what) {
        servers.failed(server, what);
        return next();
    }

    private Step next() {
        server = servers.next();
        return server == null ? new Step.Done(new Reply.None(servers.failure(question))) : ask(false);
    }

    private Step ask(boolean stream) {
        id = ids.getAsInt();
        overStream = stream;
        strays = 0;
        byte[] query = QueryWriter.write(id, question, offersEdns() ? QueryWriter.DATAGRAM : QueryWriter.NO_EDNS);
        return stream ? new Step.Stream(server.address(), query) : new Step.Datagram(server.address(), query);
    }

    private boolean offersEdns() {
        return edns && server.takesEdns();
    }
}
