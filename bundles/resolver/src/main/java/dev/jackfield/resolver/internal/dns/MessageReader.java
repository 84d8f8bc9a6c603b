package dev.jackfield.resolver.internal.dns;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one message. What is malformed anywhere is refused as a whole. Takes time and memory in proportion to the number
 * of octets, whatever they are.
 *
 * <p>The reading goes in two steps, because whether a message is worth more than the first one shows in its header and
 * its questions. <i>For one thread.</i>
 */
public final class MessageReader {
    private final WireReader in;
    private final Header header;
    private final List<Question> questions;

    /**
     * Reads the header and the questions.
     *
     * @param octets the message, from the first octet on
     * @param length how many of them are the message
     * @throws MalformedMessage if they cannot be read
     */
    public MessageReader(byte[] octets, int length) throws MalformedMessage {
        in = new WireReader(octets, length);
        in.need(Header.LENGTH, "a header");
        header = new Header(
                in.u16("id"), in.u16("flags"), in.u16("count"), in.u16("count"), in.u16("count"), in.u16("count"));
        List<Question> list = new ArrayList<>(1);
        for (int i = 0; i < header.questions(); i++) {
            list.add(new Question(plainName(), in.u16("a type"), in.u16("a class")));
        }
        questions = List.copyOf(list);
    }

    /**
     * Reads a message.
     *
     * @param octets all of it, and nothing else
     * @return the message
     * @throws MalformedMessage if it is none
     */
    public static DnsMessage read(byte[] octets) throws MalformedMessage {
        return new MessageReader(octets, octets.length).message();
    }

    /**
     * How it begins.
     *
     * @return the counts are what the message says, true or not
     */
    public Header header() {
        return header;
    }

    /**
     * What was asked.
     *
     * @return as many as the header says
     */
    public List<Question> questions() {
        return questions;
    }

    /**
     * Reads the rest, once.
     *
     * @return the whole message
     * @throws MalformedMessage if a record cannot be read, records are missing, or something comes behind the last one
     */
    public DnsMessage message() throws MalformedMessage {
        List<DnsRecord> answers = records(header.answers());
        List<DnsRecord> authorities = records(header.authorities());
        List<DnsRecord> additionals = records(header.additionals());
        if (in.left() > 0) {
            throw new MalformedMessage(in.at(), "the end", in.left() + " octets more");
        }
        checkOpt(answers, 0);
        checkOpt(authorities, 0);
        checkOpt(additionals, 1);
        return new DnsMessage(header, questions, answers, authorities, additionals);
    }

    private List<DnsRecord> records(int count) throws MalformedMessage {
        // The count may be a lie, so it reserves nothing.
        List<DnsRecord> records = new ArrayList<>(Math.min(count, 4));
        for (int i = 0; i < count; i++) {
            records.add(record());
        }
        return records;
    }

    private DnsRecord record() throws MalformedMessage {
        DnsName owner = plainName();
        int type = in.u16("a type");
        int dnsClass = in.u16("a class");
        long ttl = in.u32("a time to live");
        int length = in.u16("a length of data");
        in.need(length, "data");
        int end = in.at() + length;
        int before = in.limit(end);
        RecordData data = DataReader.read(in, type, dnsClass);
        if (in.left() > 0) {
            throw new MalformedMessage(in.at(), "the end of a record of type " + type, in.left() + " octets more");
        }
        in.limit(before);
        // RFC 2181 section 8: with the highest bit set it means zero.
        boolean isTime = type != RecordType.OPT.code();
        return new DnsRecord(owner, type, dnsClass, isTime && ttl > Integer.MAX_VALUE ? 0 : ttl, data);
    }

    /** What records belong to is looked up by name, and there a dot within a label has no business. */
    private DnsName plainName() throws MalformedMessage {
        int place = in.at();
        DnsName name = in.name();
        if (!name.isPlain()) {
            throw new MalformedMessage(place, "labels without dots and NULs", name);
        }
        return name;
    }

    /** RFC 6891 section 6.1.1: at most one, and in one place only. */
    private void checkOpt(List<DnsRecord> records, int allowed) throws MalformedMessage {
        int left = allowed;
        for (DnsRecord record : records) {
            if (record.is(RecordType.OPT) && (left-- == 0 || record.owner() != DnsName.ROOT)) {
                throw new MalformedMessage(
                        in.at(), "no OPT record but one of the root among the additional ones", "another before");
            }
        }
    }
}
