package dev.jackfield.resolver.internal.dns;

import java.util.Objects;

/**
 * What is asked (RFC 1035 section 4.1.2). <i>Immutable.</i>
 *
 * @param name whose records
 * @param type the number of their type, 0 to 65535
 * @param dnsClass 1 for the internet
 */
public record Question(DnsName name, int type, int dnsClass) {
    /** Checks for nulls. */
    public Question {
        Objects.requireNonNull(name, "name");
    }

    /**
     * A question about the internet.
     *
     * @param name whose records
     * @param type their type
     * @return the question
     */
    public static Question of(DnsName name, RecordType type) {
        return new Question(name, type.code(), DnsRecord.INTERNET);
    }
}
