package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.jackfield.resolver.internal.dns.DnsMessage;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.Header;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages in the form of the vectors: texts all over, in small letters, and the root empty. */
final class DnsForm {
    private static final List<String> OPCODES = List.of("query", "iquery", "status", "3", "notify", "update");
    private static final List<String> RCODES = List.of(
            "noerror",
            "formerr",
            "servfail",
            "nxdomain",
            "notimp",
            "refused",
            "yxdomain",
            "yxrrset",
            "nxrrset",
            "notauth",
            "notzone");
    private static final Map<Integer, String> CLASSES = Map.of(1, "in", 3, "ch", 4, "hs", 254, "none", 255, "*");
    private static final String ANY = "*";

    private DnsForm() {}

    static JsonObject of(DnsMessage message) {
        Header header = message.header();
        JsonObject form = new JsonObject();
        form.addProperty("id", String.valueOf(header.id()));
        form.addProperty("qr", bit(header.isResponse()));
        form.addProperty("op", named(OPCODES, header.opcode()));
        form.addProperty("aa", bit(header.isAuthoritative()));
        form.addProperty("tc", bit(header.isTruncated()));
        form.addProperty("rd", bit(header.isRecursionDesired()));
        form.addProperty("ra", bit(header.isRecursionAvailable()));
        form.addProperty("ad", bit(header.isAuthentic()));
        form.addProperty("cd", bit(header.isCheckingDisabled()));
        form.addProperty("rc", named(RCODES, message.rcode()));
        form.add("qd", questions(message.questions()));
        form.add("an", records(message.answers()));
        form.add("ns", records(message.authorities()));
        form.add("ar", records(message.additionals()));
        return form;
    }

    private static JsonArray questions(List<Question> questions) {
        JsonArray form = new JsonArray();
        for (Question question : questions) {
            form.add(DnsData.texts(name(question.name()), type(question.type()), dnsClass(question.dnsClass())));
        }
        return form;
    }

    private static JsonArray records(List<DnsRecord> records) {
        JsonArray form = new JsonArray();
        for (DnsRecord record : records) {
            JsonArray texts =
                    DnsData.texts(name(record.owner()), type(record.type()), dnsClass(record.dnsClass()), record.ttl());
            texts.addAll(DnsData.of(record.data()));
            form.add(texts);
        }
        return form;
    }

    static String name(DnsName name) {
        return name.equals(DnsName.ROOT) ? "" : name.toString();
    }

    /** The number of a type by its name, or as it is. */
    static int type(String text) {
        if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        return RecordType.valueOf(text.equals(ANY) ? "ANY" : text.toUpperCase(Locale.ROOT))
                .code();
    }

    /** The name of a type by its number, or the number. */
    static String type(int code) {
        return Arrays.stream(RecordType.values())
                .filter(type -> type.code() == code)
                .map(type -> type == RecordType.ANY ? ANY : type.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(String.valueOf(code));
    }

    private static String dnsClass(int code) {
        return CLASSES.getOrDefault(code, String.valueOf(code));
    }

    private static String named(List<String> names, int code) {
        return code < names.size() ? names.get(code) : String.valueOf(code);
    }

    private static String bit(boolean set) {
        return set ? "1" : "";
    }
}
