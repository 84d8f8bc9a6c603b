package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.WireReader;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;

/** {@code conformance/dns}: names within a packet, compressed. */
final class DnsNames implements Family {
    private static final String CONSUMED = "consumed";
    private static final String WIRE = "wire_name";
    private static final String TEXT = "text";

    @Override
    public Set<String> names() {
        return Set.of("dns-name/1");
    }

    @Override
    public JsonElement answer(Vector vector) {
        byte[] packet = DnsMessages.packet(vector);
        int offset = vector.fields().get("offset").getAsInt();
        try {
            WireReader in = new WireReader(packet, packet.length);
            in.skip(offset, "what comes before");
            return members(in.name(), in.at() - offset);
        } catch (MalformedMessage e) {
            return Json.refusal(e);
        }
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonObject fields = vector.fields();
        if (fields.get(CONSUMED).isJsonNull()) {
            return new Expectation.Value(Json.orRefusal(fields.get(CONSUMED)));
        }
        JsonObject stated = new JsonObject();
        stated.add(CONSUMED, fields.get(CONSUMED));
        stated.add(WIRE, fields.get(WIRE));
        stated.add(TEXT, fields.get(TEXT));
        return new Expectation.Value(stated);
    }

    private static JsonObject members(DnsName name, int consumed) {
        ByteBuffer wire = ByteBuffer.allocate(name.length());
        name.writeTo(wire);
        JsonObject members = new JsonObject();
        members.addProperty(CONSUMED, consumed);
        members.addProperty(WIRE, Base64.getEncoder().encodeToString(wire.array()));
        members.addProperty(TEXT, name.toString());
        return members;
    }
}
