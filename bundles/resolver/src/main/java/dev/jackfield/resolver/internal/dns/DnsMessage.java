package dev.jackfield.resolver.internal.dns;

import java.util.List;

/**
 * A message (RFC 1035 section 4.1). <i>Immutable.</i>
 *
 * @param header with counts that are true
 * @param questions what was asked
 * @param answers what answers it
 * @param authorities who says so
 * @param additionals what may help, and the mark of EDNS
 */
public record DnsMessage(
        Header header,
        List<Question> questions,
        List<DnsRecord> answers,
        List<DnsRecord> authorities,
        List<DnsRecord> additionals) {
    /** Copies the lists. */
    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authorities = List.copyOf(authorities);
        additionals = List.copyOf(additionals);
    }

    /**
     * What became of the question, with the upper bits that EDNS adds (RFC 6891 section 6.1.3).
     *
     * @return 0 to 4095, see {@link Rcode}
     */
    public int rcode() {
        int rcode = header.rcode();
        for (DnsRecord record : additionals) {
            if (record.is(RecordType.OPT)) {
                rcode |= (int) (record.ttl() >>> 24) << 4;
            }
        }
        return rcode;
    }
}
