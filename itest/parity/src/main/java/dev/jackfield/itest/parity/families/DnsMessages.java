package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.QueryWriter;
import dev.jackfield.resolver.internal.dns.Question;
import java.util.Base64;
import java.util.Set;

/** {@code dnsmsg.jsonl} and {@code conformance/dns}: messages. */
final class DnsMessages implements Family {
    private static final String UNPACK = "dns_unpack";
    private static final String PACK = "dns_pack";
    private static final String PACK_EDNS = "dns_pack_edns";
    private static final String ROBUST = "dns-robust/1";

    /** What the original uses in the vectors. */
    private static final int ID = 0x1234;

    private static final int ID_EDNS = 1;
    private static final int DATAGRAM = 4096;

    @Override
    public Set<String> names() {
        return Set.of(UNPACK, PACK, PACK_EDNS, ROBUST);
    }

    @Override
    public JsonElement answer(Vector vector) {
        return switch (vector.name()) {
            case UNPACK -> read(Octets.of(vector.argument(0)));
            case PACK -> write(vector, ID, QueryWriter.NO_EDNS);
            case PACK_EDNS -> write(vector, ID_EDNS, DATAGRAM);
            default -> read(packet(vector));
        };
    }

    @Override
    public Expectation expectation(Vector vector) {
        return vector.name().equals(ROBUST)
                ? new Expectation.NoHarm("a message, or a clean refusal")
                : Expectation.partial(vector);
    }

    static byte[] packet(Vector vector) {
        String packet = vector.text("packet");
        // The packet that has no octets.
        return packet.equals("-") ? new byte[0] : Base64.getDecoder().decode(packet);
    }

    private static JsonElement read(byte[] octets) {
        try {
            return DnsForm.of(MessageReader.read(octets));
        } catch (MalformedMessage e) {
            return Json.refusal(e);
        }
    }

    private static JsonElement write(Vector vector, int id, int datagram) {
        DnsName name = DnsName.of(vector.argument(0));
        Question question = new Question(name, DnsForm.type(vector.argument(1)), DnsRecord.INTERNET);
        return Json.of(Octets.hex(QueryWriter.write(id, question, datagram)));
    }
}
