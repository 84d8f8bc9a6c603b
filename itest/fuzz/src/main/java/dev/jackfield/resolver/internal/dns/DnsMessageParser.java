package dev.jackfield.resolver.internal.dns;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.itest.fuzz.Parser;
import java.util.Arrays;
import java.util.List;

/** DNS messages: refused as a whole, telling where; or taken as a whole, so that nothing was over-read or left. */
public final class DnsMessageParser implements Parser {

    @Override
    public void feed(byte[] input) {
        DnsMessage message;
        try {
            message = MessageReader.read(input);
        } catch (MalformedMessage e) {
            readable(e.getMessage());
            holds(e.offset() >= 0 && e.offset() <= input.length, () -> "Not in the message: octet " + e.offset());
            return;
        }
        counted(message);
        refused(Arrays.copyOf(input, input.length - 1));
        refused(Arrays.copyOf(input, input.length + 1));
        same(read(RecordWriter.write(message)), message, () -> "Written and read again");
        for (Question question : message.questions()) {
            named(question.name());
            DnsMessage query = read(QueryWriter.write(message.header().id(), question, QueryWriter.DATAGRAM));
            same(query.questions(), List.of(question), () -> "Asked again");
            same(query.header().id(), message.header().id(), () -> "Asked again");
        }
        message.answers().forEach(record -> named(record.owner()));
    }

    private static void counted(DnsMessage message) {
        Header header = message.header();
        same(message.questions().size(), header.questions(), () -> "Questions");
        same(message.answers().size(), header.answers(), () -> "Answers");
        same(message.authorities().size(), header.authorities(), () -> "Authorities");
        same(message.additionals().size(), header.additionals(), () -> "Additionals");
        holds(message.rcode() >= 0 && message.rcode() < 4096, () -> "Code " + message.rcode());
    }

    private static void named(DnsName name) {
        holds(name.length() <= DnsName.LONGEST && name.labels() <= 127, () -> "Too long: " + name);
        same(DnsName.of(name.toString().equals(".") ? "" : name.toString()), name, () -> "As text");
        same(name.lowerCase().hashCode(), name.hashCode(), () -> "Equal names have one hash: " + name);
    }

    private static void refused(byte[] octets) {
        try {
            MessageReader.read(octets);
        } catch (MalformedMessage expected) {
            return;
        }
        throw new AssertionError("One octet less or more, and still a message: " + Arrays.toString(octets));
    }

    private static DnsMessage read(byte[] octets) {
        try {
            return MessageReader.read(octets);
        } catch (MalformedMessage e) {
            throw new AssertionError("What we write we cannot read", e);
        }
    }
}
