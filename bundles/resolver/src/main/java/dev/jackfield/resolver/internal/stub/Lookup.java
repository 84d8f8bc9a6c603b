package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsMessage;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.Rcode;
import dev.jackfield.resolver.internal.dns.RecordData;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Looks a name up through search list and aliases, without I/O: it says which question comes next, and is told the reply.
 *
 * <p>That there is nothing under one name leads to the next of the search list. That nobody knows does not: the name may
 * well be there, and another one must not take its place.
 */
final class Lookup {
    /** How many aliases are followed for one name of the search list. */
    static final int MOST_ALIASES = 10;

    private final List<DnsName> names;
    private final IntPredicate wanted;
    private int tried;
    private DnsName current;
    private int aliases;
    private long ttl;
    private boolean anyExists;
    private long negativeTtl = Long.MAX_VALUE;

    /** What comes next. */
    sealed interface Next {
        /** A question about a name. */
        record Ask(DnsName name) implements Next {}

        /** Nothing. */
        record Done(Answer answer) implements Next {}
    }

    /**
     * A look-up.
     *
     * @param names the names to try, at least one
     * @param wanted types of records that are looked for
     */
    Lookup(List<DnsName> names, IntPredicate wanted) {
        this.names = names;
        this.wanted = wanted;
    }

    /** The first question. */
    Next begin() {
        aliases = 0;
        ttl = Long.MAX_VALUE;
        return ask(names.get(tried++));
    }

    /** What comes after the reply to the last question. */
    Next reply(Reply reply) {
        if (reply instanceof Reply.None none) {
            return new Next.Done(none.failure());
        }
        DnsMessage message = ((Reply.Message) reply).message();
        DnsName asked = current;
        while (true) {
            List<DnsRecord> found = records(message);
            if (!found.isEmpty()) {
                return new Next.Done(new Answer.Found(found, ttl, current.toString()));
            }
            DnsRecord alias = alias(message);
            if (alias == null) {
                return nothing(message, asked);
            }
            DnsName target = ((RecordData.Cname) alias.data()).target();
            if (aliases++ == MOST_ALIASES) {
                return broken("more than " + MOST_ALIASES + " aliases");
            }
            if (!target.isPlain()) {
                return broken("an alias that is no name of a host, " + target);
            }
            ttl = Math.min(ttl, alias.ttl());
            current = target;
        }
    }

    private Next ask(DnsName name) {
        current = name.lowerCase();
        return new Next.Ask(current);
    }

    /** The records that were looked for, with the least of their times. */
    private List<DnsRecord> records(DnsMessage message) {
        List<DnsRecord> found = new ArrayList<>(message.answers().size());
        for (DnsRecord record : message.answers()) {
            if (wanted.test(record.type()) && isCurrent(record)) {
                found.add(record);
                ttl = Math.min(ttl, record.ttl());
            }
        }
        return found;
    }

    private DnsRecord alias(DnsMessage message) {
        for (DnsRecord record : message.answers()) {
            if (record.is(RecordType.CNAME) && isCurrent(record)) {
                return record;
            }
        }
        return null;
    }

    private boolean isCurrent(DnsRecord record) {
        return record.dnsClass() == DnsRecord.INTERNET && record.owner().equals(current);
    }

    private Next nothing(DnsMessage message, DnsName asked) {
        boolean exists = message.rcode() != Rcode.NXDOMAIN;
        long holds = negativeTtl(message);
        // Servers that know the end of the chain say so by an SOA record (RFC 2308 section 2.2.1).
        if (exists && current != asked && holds < 0) {
            return ask(current);
        }
        anyExists |= exists;
        negativeTtl = Math.min(negativeTtl, Math.max(0, Math.min(holds, ttl)));
        if (tried < names.size()) {
            return begin();
        }
        return new Next.Done(anyExists ? new Answer.NoData(negativeTtl) : new Answer.NoSuchName(negativeTtl));
    }

    /** For how long it holds that there is nothing (RFC 2308 section 5); -1 if the message does not say. */
    private long negativeTtl(DnsMessage message) {
        for (DnsRecord record : message.authorities()) {
            if (record.data() instanceof RecordData.Soa soa && current.isWithin(record.owner())) {
                return Math.min(record.ttl(), soa.minimum());
            }
        }
        return -1;
    }

    private Next broken(String what) {
        return new Next.Done(new Answer.Failed(
                Reason.SERVER_FAILED, "Expected records of " + names.get(tried - 1) + ", got " + what));
    }
}
