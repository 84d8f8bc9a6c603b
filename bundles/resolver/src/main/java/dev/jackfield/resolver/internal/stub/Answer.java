package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import java.util.List;
import java.util.Objects;

/** What became of a look-up. <i>Immutable.</i> */
public sealed interface Answer {

    /**
     * There are such records.
     *
     * @param records of the type that was asked for, at least one, in the order in which they came; those after the
     *     first {@value #MOST_RECORDS} are left out, for a message has room for thousands, and answers are remembered
     * @param ttlSeconds for how long all of it holds: the least of the records and of the aliases that led to them
     * @param canonicalName whose records they are, at the end of all aliases
     */
    record Found(List<DnsRecord> records, long ttlSeconds, String canonicalName) implements Answer {
        /** How many records an answer has at most. */
        public static final int MOST_RECORDS = 128;

        /** Copies the list, as far as it is wanted. */
        public Found {
            records = List.copyOf(records.size() > MOST_RECORDS ? records.subList(0, MOST_RECORDS) : records);
            Objects.requireNonNull(canonicalName, "canonicalName");
        }
    }

    /**
     * The name exists, but has no such records.
     *
     * @param ttlSeconds for how long that holds (RFC 2308 section 5); 0 if the servers did not say
     */
    record NoData(long ttlSeconds) implements Answer {}

    /**
     * There is no such name.
     *
     * @param ttlSeconds for how long that holds (RFC 2308 section 5); 0 if the servers did not say
     */
    record NoSuchName(long ttlSeconds) implements Answer {}

    /**
     * Nobody knows. Not to be remembered.
     *
     * @param reason one of SERVER_FAILED, TIMEOUT, UNAVAILABLE, and MALFORMED for what cannot be a name
     * @param why for people: what was asked, and what each server did
     */
    record Failed(Reason reason, String why) implements Answer {
        /** Checks for nulls. */
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(why, "why");
        }
    }
}
