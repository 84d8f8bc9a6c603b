package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Protocol;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.Transport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Look-ups in the form of the vectors, and that form made comparable with ours. */
final class SocketForm {
    private static final String QUERIES = "queries";
    private static final String RESULT = "result";
    private static final String HOSTS = "result_hosts";
    private static final String SYNC = "sync";
    private static final int DATAGRAMS = 2;

    private SocketForm() {}

    static String text(JsonObject in, String member, String otherwise) {
        return in.has(member) ? in.get(member).getAsString() : otherwise;
    }

    /** One setting of ours is two of the original: those that are enabled, and those that are asked for. */
    static Family family(JsonObject in) {
        String enabled = text(in, "protocols", "ipv4,ipv6");
        String asked = text(in, "family", "0");
        boolean four = enabled.contains("ipv4") && !asked.equals("6");
        boolean six = enabled.contains("ipv6") && !asked.equals("4");
        if (!four && !six) {
            throw new UnsupportedOperationException("There is no asking for what is switched off");
        }
        return four && six ? Family.ANY : four ? Family.IPV4 : Family.IPV6;
    }

    static Transport transport(JsonObject in, HostPort target) {
        if (target.unix().isPresent()) {
            return in.has("type") && in.get("type").getAsInt() == DATAGRAMS ? Transport.UDP : Transport.TCP;
        }
        return Transport.valueOf(text(in, "proto", "tcp").toUpperCase(Locale.ROOT));
    }

    static JsonObject of(ScriptedResolver.Result result) {
        JsonArray targets = new JsonArray();
        JsonArray hosts = new JsonArray();
        for (Target target : result.targets()) {
            JsonObject form = of(target, result.transport());
            targets.add(form);
            hosts.add(form.get("host"));
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("callbacks", 1);
        answer.add(QUERIES, sorted(Json.array(result.asked())));
        answer.add(RESULT, sorted(targets));
        answer.add(HOSTS, sorted(hosts));
        answer.addProperty(SYNC, result.early());
        return answer;
    }

    private static JsonObject of(Target target, Transport transport) {
        boolean datagrams = transport == Transport.UDP;
        JsonObject form = new JsonObject();
        form.addProperty("type", datagrams ? "dgram" : "stream");
        if (target.address() instanceof UnixAddress unix) {
            form.addProperty("family", "unix");
            form.addProperty("host", UnixAddress.HOST);
            form.addProperty("port", unix.path());
            form.addProperty("proto", 0);
            return form;
        }
        String host = target.address().toString();
        form.addProperty("family", host.indexOf(':') < 0 ? "ipv4" : "ipv6");
        form.addProperty("host", host);
        form.addProperty("port", String.valueOf(target.port()));
        form.addProperty(
                "proto", Protocol.of(transport.protocol()).orElseThrow().number());
        return form;
    }

    /** What a vector asks for, sorted, and without what cannot be seen here. */
    static Expectation comparable(Expectation expectation) {
        JsonObject stated = expectation instanceof Expectation.Members partial
                ? partial.members()
                : ((Expectation.Value) expectation).value().getAsJsonObject();
        if (Json.isRefusal(stated)) {
            return expectation;
        }
        JsonObject comparable = stated.deepCopy();
        if (comparable.has(QUERIES)) {
            comparable.add(QUERIES, sorted(comparable.getAsJsonArray(QUERIES)));
        }
        if (comparable.has(RESULT)) {
            comparable.add(RESULT, sorted(comparable.getAsJsonArray(RESULT)));
        }
        if (comparable.has(HOSTS)) {
            comparable.add(HOSTS, sorted(comparable.getAsJsonArray(HOSTS)));
        }
        comparable.addProperty(SYNC, false);
        return new Expectation.Members(comparable);
    }

    private static JsonArray sorted(JsonArray all) {
        List<JsonElement> sorted = StreamSupport.stream(all.spliterator(), false)
                .map(SocketForm::normal)
                .sorted(Comparator.comparing(JsonElement::toString))
                .toList();
        JsonArray array = new JsonArray();
        sorted.forEach(array::add);
        return array;
    }

    /** Questions without the dot behind the name, and addresses as we write them. */
    private static JsonElement normal(JsonElement element) {
        if (element.isJsonPrimitive()) {
            return new JsonPrimitive(element.getAsString().replaceFirst("\\. (?=[a-z]+$)", " "));
        }
        JsonObject target = new JsonObject();
        element.getAsJsonObject().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> target.add(member.getKey(), member.getValue()));
        String host = target.get("host").getAsString();
        target.addProperty(
                "host", IpAddress.parse(host).map(IpAddress::toString).orElse(host));
        return target;
    }
}
