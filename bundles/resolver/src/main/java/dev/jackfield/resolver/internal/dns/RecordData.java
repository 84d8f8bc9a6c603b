package dev.jackfield.resolver.internal.dns;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.List;

/** What resource records say, by type. <i>Immutable.</i> */
public sealed interface RecordData {

    /**
     * An IPv4 address.
     *
     * @param address of the owner
     */
    record A(Ipv4 address) implements RecordData {}

    /**
     * An IPv6 address.
     *
     * @param address of the owner
     */
    record Aaaa(Ipv6 address) implements RecordData {}

    /**
     * An alias.
     *
     * @param target what the owner is really called
     */
    record Cname(DnsName target) implements RecordData {}

    /**
     * Aliases of all names below the owner.
     *
     * @param target what they are really below of
     */
    record Dname(DnsName target) implements RecordData {}

    /**
     * A name server of the zone.
     *
     * @param server its name
     */
    record Ns(DnsName server) implements RecordData {}

    /**
     * A pointer, from an address to a name as a rule.
     *
     * @param target the name
     */
    record Ptr(DnsName target) implements RecordData {}

    /**
     * A mail exchange.
     *
     * @param preference low ones first, 0 to 65535
     * @param exchange the host's name
     */
    record Mx(int preference, DnsName exchange) implements RecordData {}

    /**
     * Where a service is.
     *
     * @param priority low ones first, 0 to 65535
     * @param weight the share among those of one priority, 0 to 65535
     * @param port 0 to 65535
     * @param target the host's name; the root if there is no such service
     */
    record Srv(int priority, int weight, int port, DnsName target) implements RecordData {}

    /**
     * The start of a zone. Times are seconds, 0 to 2<sup>32</sup>-1.
     *
     * @param server the first name server
     * @param mailbox of who is responsible
     * @param serial the version of the zone
     * @param refresh when to ask for a newer one
     * @param retry when to try again
     * @param expire when to give up
     * @param minimum how long answers that there is nothing hold (RFC 2308 section 4)
     */
    record Soa(DnsName server, DnsName mailbox, long serial, long refresh, long retry, long expire, long minimum)
            implements RecordData {}

    /**
     * Texts, of TXT and SPF records.
     *
     * @param strings one or more, each of at most 255 octets
     */
    record Txt(List<Octets> strings) implements RecordData {
        /** Copies the list. */
        public Txt {
            strings = List.copyOf(strings);
        }
    }

    /**
     * A kind of host.
     *
     * @param cpu what it runs on
     * @param os what runs on it
     */
    record Hinfo(Octets cpu, Octets os) implements RecordData {}

    /**
     * Well-known services.
     *
     * @param address of the host
     * @param protocol the number of the protocol, 0 to 255
     * @param ports one bit for each port, from 0 on, highest bits first
     */
    record Wks(Ipv4 address, int protocol, Octets ports) implements RecordData {}

    /**
     * A rule of rewriting.
     *
     * @param order low ones first, 0 to 65535
     * @param preference low ones first among those of one order, 0 to 65535
     * @param flags what comes next
     * @param services which ones
     * @param regexp how to rewrite
     * @param replacement or what to look up
     */
    record Naptr(int order, int preference, Octets flags, Octets services, Octets regexp, DnsName replacement)
            implements RecordData {}

    /**
     * Who may certify.
     *
     * @param flags 128 if it is critical, 0 to 255
     * @param tag what is restricted
     * @param value to what
     */
    record Caa(int flags, Octets tag, Octets value) implements RecordData {}

    /**
     * The mark of EDNS; the rest of what it says is in the record's class and ttl.
     *
     * @param options as they are on the wire
     */
    record Opt(Octets options) implements RecordData {}

    /**
     * A record of another type, or of another class than the internet's where that matters.
     *
     * @param octets as they are on the wire
     */
    record Raw(Octets octets) implements RecordData {}
}
