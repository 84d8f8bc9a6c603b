package dev.jackfield.resolver.internal.dns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes whole messages, without compression: the opposite of {@link MessageReader}, which the resolver has no need of. */
final class RecordWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RecordWriter() {}

    static byte[] write(DnsMessage message) {
        RecordWriter writer = new RecordWriter();
        Header header = message.header();
        writer.u16(header.id(), header.flags(), header.questions(), header.answers());
        writer.u16(header.authorities(), header.additionals());
        for (Question question : message.questions()) {
            writer.name(question.name());
            writer.u16(question.type(), question.dnsClass());
        }
        for (List<DnsRecord> section : List.of(message.answers(), message.authorities(), message.additionals())) {
            section.forEach(writer::record);
        }
        return writer.out.toByteArray();
    }

    private void record(DnsRecord record) {
        RecordWriter data = new RecordWriter();
        data.data(record.data());
        name(record.owner());
        u16(record.type(), record.dnsClass());
        u32(record.ttl());
        u16(data.out.size());
        out.writeBytes(data.out.toByteArray());
    }

    private void data(RecordData data) {
        if (data instanceof RecordData.A a) {
            out.writeBytes(a.address().octets());
        } else if (data instanceof RecordData.Aaaa aaaa) {
            out.writeBytes(aaaa.address().octets());
        } else if (data instanceof RecordData.Cname cname) {
            name(cname.target());
        } else if (data instanceof RecordData.Dname dname) {
            name(dname.target());
        } else if (data instanceof RecordData.Ns ns) {
            name(ns.server());
        } else if (data instanceof RecordData.Ptr ptr) {
            name(ptr.target());
        } else if (data instanceof RecordData.Mx mx) {
            u16(mx.preference());
            name(mx.exchange());
        } else if (data instanceof RecordData.Srv srv) {
            u16(srv.priority(), srv.weight(), srv.port());
            name(srv.target());
        } else if (data instanceof RecordData.Soa soa) {
            name(soa.server());
            name(soa.mailbox());
            u32(soa.serial(), soa.refresh(), soa.retry(), soa.expire(), soa.minimum());
        } else if (data instanceof RecordData.Txt txt) {
            txt.strings().forEach(this::string);
        } else if (data instanceof RecordData.Hinfo hinfo) {
            string(hinfo.cpu());
            string(hinfo.os());
        } else if (data instanceof RecordData.Wks wks) {
            out.writeBytes(wks.address().octets());
            out.write(wks.protocol());
            out.writeBytes(wks.ports().toArray());
        } else if (data instanceof RecordData.Naptr naptr) {
            u16(naptr.order(), naptr.preference());
            string(naptr.flags());
            string(naptr.services());
            string(naptr.regexp());
            name(naptr.replacement());
        } else if (data instanceof RecordData.Caa caa) {
            out.write(caa.flags());
            string(caa.tag());
            out.writeBytes(caa.value().toArray());
        } else if (data instanceof RecordData.Opt opt) {
            out.writeBytes(opt.options().toArray());
        } else {
            out.writeBytes(((RecordData.Raw) data).octets().toArray());
        }
    }

    private void string(Octets octets) {
        byte[] text = octets.toArray();
        out.write(text.length);
        out.writeBytes(text);
    }

    private void name(DnsName name) {
        ByteBuffer buffer = ByteBuffer.allocate(name.length());
        name.writeTo(buffer);
        out.writeBytes(buffer.array());
    }

    private void u16(int... values) {
        for (int value : values) {
            out.write(value >>> 8);
            out.write(value);
        }
    }

    private void u32(long... values) {
        for (long value : values) {
            u16((int) (value >>> 16), (int) value);
        }
    }
}
