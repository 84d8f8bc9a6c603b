package dev.jackfield.resolver.internal.dns;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** Messages in the form of the golden vectors: texts all over, in small letters. */
public final class GoldenForm {
    private static final List<String> OPCODES = List.of("query", "iquery", "status");
    private static final List<String> RCODES =
            List.of("noerror", "formerr", "servfail", "nxdomain", "notimp", "refused");

    private GoldenForm() {}

    static JsonObject of(DnsMessage message) {
        Header header = message.header();
        JsonObject form = new JsonObject();
        form.addProperty("id", "" + header.id());
        form.addProperty("qr", bit(header.isResponse()));
        form.addProperty("op", OPCODES.get(header.opcode()));
        form.addProperty("aa", bit(header.isAuthoritative()));
        form.addProperty("tc", bit(header.isTruncated()));
        form.addProperty("rd", bit(header.isRecursionDesired()));
        form.addProperty("ra", bit(header.isRecursionAvailable()));
        form.addProperty("ad", bit(header.isAuthentic()));
        form.addProperty("cd", bit(header.isCheckingDisabled()));
        form.addProperty("rc", RCODES.get(message.rcode()));
        JsonArray questions = new JsonArray();
        for (Question question : message.questions()) {
            questions.add(texts(name(question.name()), type(question.type()), dnsClass(question.dnsClass())));
        }
        form.add("qd", questions);
        form.add("an", records(message.answers()));
        form.add("ns", records(message.authorities()));
        form.add("ar", records(message.additionals()));
        return form;
    }

    private static String bit(boolean set) {
        return set ? "1" : "";
    }

    private static JsonArray records(List<DnsRecord> records) {
        JsonArray form = new JsonArray();
        for (DnsRecord record : records) {
            JsonArray texts =
                    texts(name(record.owner()), type(record.type()), dnsClass(record.dnsClass()), "" + record.ttl());
            texts.addAll(data(record.data()));
            form.add(texts);
        }
        return form;
    }

    /** What a record says, as texts. */
    public static JsonArray data(RecordData data) {
        if (data instanceof RecordData.A a) {
            return texts(a.address());
        } else if (data instanceof RecordData.Aaaa aaaa) {
            return texts(aaaa.address());
        } else if (data instanceof RecordData.Cname cname) {
            return texts(name(cname.target()));
        } else if (data instanceof RecordData.Ns ns) {
            return texts(name(ns.server()));
        } else if (data instanceof RecordData.Txt txt) {
            return texts(txt.strings().toArray());
        } else if (data instanceof RecordData.Caa caa) {
            return texts(caa.flags(), caa.tag(), caa.value());
        } else if (data instanceof RecordData.Srv srv) {
            return texts(srv.priority(), srv.weight(), srv.port(), name(srv.target()));
        } else if (data instanceof RecordData.Soa soa) {
            return texts(
                    name(soa.server()),
                    name(soa.mailbox()),
                    soa.serial(),
                    soa.refresh(),
                    soa.retry(),
                    soa.expire(),
                    soa.minimum());
        } else if (data instanceof RecordData.Opt opt) {
            return texts(opt.options());
        }
        throw new AssertionError("No golden vector has " + data);
    }

    private static JsonArray texts(Object... values) {
        JsonArray texts = new JsonArray();
        for (Object value : values) {
            texts.add(value.toString());
        }
        return texts;
    }

    /** The vectors leave the root empty. */
    public static String name(DnsName name) {
        return name == DnsName.ROOT ? "" : name.toString();
    }

    static int type(String text) {
        if (text.equals("*")) {
            return RecordType.ANY.code();
        }
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : RecordType.valueOf(text.toUpperCase(Locale.ROOT)).code();
    }

    /** The name of a type, in small letters. */
    public static String type(int code) {
        return RecordType.known(code).name().toLowerCase(Locale.ROOT);
    }

    private static String dnsClass(int code) {
        return code == 1 ? "in" : code == 3 ? "ch" : "" + code;
    }
}
