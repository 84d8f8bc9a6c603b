package dev.jackfield.resolver.internal.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Messages put together octet by octet, right or wrong. */
public final class Wire {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A header. */
    public static Wire message(int id, int flags, int questions, int answers, int authorities, int additionals) {
        return new Wire().u16(id, flags, questions, answers, authorities, additionals);
    }

    /** The answer to a query, without records yet. */
    public static Wire reply(byte[] query, int flags, int answers, int authorities) throws MalformedMessage {
        MessageReader asked = new MessageReader(query, query.length);
        Question question = asked.questions().get(0);
        return message(asked.header().id(), 0x8180 | flags, 1, answers, authorities, 0)
                .name(question.name())
                .u16(question.type(), question.dnsClass());
    }

    public Wire u16(int... values) {
        for (int value : values) {
            out.write(value >>> 8);
            out.write(value);
        }
        return this;
    }

    public Wire u32(long value) {
        return u16((int) (value >>> 16), (int) value);
    }

    public Wire octets(byte... octets) {
        out.writeBytes(octets);
        return this;
    }

    public Wire string(String text) {
        out.write(text.length());
        return octets(text.getBytes(ISO_8859_1));
    }

    public Wire hex(String octets) {
        return octets(HexFormat.of().parseHex(octets));
    }

    public Wire name(String name) {
        return name(DnsName.of(name));
    }

    public Wire name(DnsName name) {
        ByteBuffer wire = ByteBuffer.allocate(name.length());
        name.writeTo(wire);
        return octets(wire.array());
    }

    /** A record of the internet. */
    public Wire record(String owner, RecordType type, long ttl, Wire data) {
        byte[] octets = data.octets();
        name(owner).u16(type.code(), DnsRecord.INTERNET).u32(ttl).u16(octets.length);
        return octets(octets);
    }

    public Wire a(String owner, long ttl, String address) {
        return record(owner, RecordType.A, ttl, new Wire().hex(address));
    }

    public Wire cname(String owner, long ttl, String target) {
        return record(owner, RecordType.CNAME, ttl, new Wire().name(target));
    }

    public Wire soa(String owner, long ttl, long minimum) {
        Wire data = new Wire().name("ns." + owner).name("root." + owner);
        return record(
                owner, RecordType.SOA, ttl, data.u32(1).u32(2).u32(3).u32(4).u32(minimum));
    }

    public byte[] octets() {
        return out.toByteArray();
    }
}
