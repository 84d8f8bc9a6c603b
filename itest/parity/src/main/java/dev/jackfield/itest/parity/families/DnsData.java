package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.RecordData;
import java.util.List;

/** What records say, in the form of the vectors: a list of texts. */
final class DnsData {
    private DnsData() {}

    static JsonArray of(RecordData data) {
        if (data instanceof RecordData.A a) {
            return texts(a.address());
        } else if (data instanceof RecordData.Aaaa aaaa) {
            return texts(aaaa.address());
        } else if (data instanceof RecordData.Cname cname) {
            return texts(cname.target());
        } else if (data instanceof RecordData.Dname dname) {
            return texts(dname.target());
        } else if (data instanceof RecordData.Ns ns) {
            return texts(ns.server());
        } else if (data instanceof RecordData.Ptr ptr) {
            return texts(ptr.target());
        } else if (data instanceof RecordData.Mx mx) {
            return texts(mx.preference(), mx.exchange());
        } else if (data instanceof RecordData.Srv srv) {
            return texts(srv.priority(), srv.weight(), srv.port(), srv.target());
        } else if (data instanceof RecordData.Txt txt) {
            return texts(txt.strings().toArray());
        } else if (data instanceof RecordData.Soa soa) {
            return texts(
                    soa.server(), soa.mailbox(), soa.serial(), soa.refresh(), soa.retry(), soa.expire(), soa.minimum());
        }
        return rare(data);
    }

    private static JsonArray rare(RecordData data) {
        if (data instanceof RecordData.Hinfo hinfo) {
            return texts(hinfo.cpu(), hinfo.os());
        } else if (data instanceof RecordData.Wks wks) {
            return texts(wks.address(), wks.protocol(), wks.ports());
        } else if (data instanceof RecordData.Naptr naptr) {
            return texts(
                    naptr.order(),
                    naptr.preference(),
                    naptr.flags(),
                    naptr.services(),
                    naptr.regexp(),
                    naptr.replacement());
        } else if (data instanceof RecordData.Caa caa) {
            return texts(caa.flags(), caa.tag(), caa.value());
        } else if (data instanceof RecordData.Opt opt) {
            return texts(opt.options());
        } else if (data instanceof RecordData.Raw raw) {
            return texts(raw.octets());
        }
        throw new IllegalStateException("No form for " + data);
    }

    static JsonArray texts(Object... values) {
        JsonArray texts = new JsonArray();
        for (Object value : List.of(values)) {
            texts.add(value instanceof DnsName name ? DnsForm.name(name) : value.toString());
        }
        return texts;
    }
}
