package dev.jackfield.resolver.internal.dns;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.ArrayList;
import java.util.List;

/** Reads what records say, by their type. What is left over is for the caller to find. */
final class DataReader {
    private DataReader() {}

    static RecordData read(WireReader in, int type, int dnsClass) throws MalformedMessage {
        RecordType known = RecordType.known(type);
        if (known == null) {
            return raw(in);
        }
        return switch (known) {
            case NS -> new RecordData.Ns(in.name());
            case CNAME -> new RecordData.Cname(in.name());
            case SOA -> soa(in);
            case PTR -> new RecordData.Ptr(in.name());
            case HINFO -> new RecordData.Hinfo(in.string("a kind of machine"), in.string("a kind of system"));
            case MX -> new RecordData.Mx(in.u16("a preference"), in.name());
            case TXT, SPF -> new RecordData.Txt(strings(in));
            case SRV -> new RecordData.Srv(in.u16("a priority"), in.u16("a weight"), in.u16("a port"), in.name());
            case NAPTR -> naptr(in);
            case DNAME -> new RecordData.Dname(in.name());
            case OPT -> new RecordData.Opt(options(in));
            case CAA -> new RecordData.Caa(in.u8("flags"), in.string("a tag"), in.octets(in.left(), "a value"));
            default -> dnsClass == DnsRecord.INTERNET ? ofTheInternet(in, known) : raw(in);
        };
    }

    /** Types that mean something else in other classes. */
    private static RecordData ofTheInternet(WireReader in, RecordType type) throws MalformedMessage {
        return switch (type) {
            case A -> new RecordData.A(ipv4(in));
            case WKS -> new RecordData.Wks(ipv4(in), in.u8("a protocol"), in.octets(in.left(), "ports"));
            case AAAA -> new RecordData.Aaaa(new Ipv6(in.i64("an IPv6 address"), in.i64("an IPv6 address")));
            default -> raw(in);
        };
    }

    private static RecordData raw(WireReader in) throws MalformedMessage {
        return new RecordData.Raw(in.octets(in.left(), "data"));
    }

    private static Ipv4 ipv4(WireReader in) throws MalformedMessage {
        return new Ipv4(in.i32("an IPv4 address"));
    }

    private static RecordData soa(WireReader in) throws MalformedMessage {
        return new RecordData.Soa(
                in.name(),
                in.name(),
                in.u32("a serial number"),
                in.u32("a time of refreshing"),
                in.u32("a time of retrying"),
                in.u32("a time of expiry"),
                in.u32("a least time to live"));
    }

    private static RecordData naptr(WireReader in) throws MalformedMessage {
        return new RecordData.Naptr(
                in.u16("an order"),
                in.u16("a preference"),
                in.string("flags"),
                in.string("services"),
                in.string("a regular expression"),
                in.name());
    }

    private static List<Octets> strings(WireReader in) throws MalformedMessage {
        List<Octets> strings = new ArrayList<>(1);
        do {
            strings.add(in.string("a text"));
        } while (in.left() > 0);
        return strings;
    }

    /** Their meaning is of no interest here, but their lengths have to be true (RFC 6891 section 6.1.2). */
    private static Octets options(WireReader in) throws MalformedMessage {
        int begin = in.at();
        while (in.left() > 0) {
            in.u16("the code of an option");
            in.skip(in.u16("the length of an option"), "an option");
        }
        return in.since(begin);
    }
}
