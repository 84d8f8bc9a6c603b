package dev.jackfield.itest.parity.families;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.files.Hosts;
import dev.jackfield.resolver.internal.names.Names;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** {@code hosts.jsonl} and {@code conformance/dns}: hosts files. */
final class HostsFiles implements Family {
    private static final String GOLDEN = "parse_hosts";
    private static final String CASE = "hosts-file/1";

    @Override
    public Set<String> names() {
        return Set.of(GOLDEN, CASE);
    }

    @Override
    public JsonElement answer(Vector vector) throws IOException {
        return vector.name().equals(GOLDEN)
                ? all(OneFile.read(OneFile.HOSTS, vector.argument(0).getBytes(ISO_8859_1))
                        .hosts())
                : some(
                        vector.fields(),
                        OneFile.read(OneFile.HOSTS, vector.text("content").getBytes(UTF_8))
                                .hosts());
    }

    @Override
    public Expectation expectation(Vector vector) {
        return vector.name().equals(GOLDEN) ? Expectation.of(vector) : new Expectation.Value(stated(vector.fields()));
    }

    private static JsonElement all(Hosts hosts) {
        JsonObject names = new JsonObject();
        hosts.names().forEach((name, addresses) -> {
            JsonObject families = new JsonObject();
            families.add("ipv4", hex(addresses, Ipv4.class::isInstance));
            families.add("ipv6", hex(addresses, address -> !(address instanceof Ipv4)));
            names.add(name, families);
        });
        return names;
    }

    private static JsonArray hex(List<IpAddress> addresses, Predicate<IpAddress> wanted) {
        return Json.array(addresses.stream().filter(wanted).map(Octets::hex).toList());
    }

    /** Those that the case names; a name that is not there has no addresses. */
    private static JsonElement some(JsonObject fields, Hosts hosts) {
        JsonObject names = new JsonObject();
        for (String name : stated(fields).keySet()) {
            names.add(
                    name,
                    Json.array(hosts.addresses(Names.normal(name)).stream()
                            .map(IpAddress::toString)
                            .toList()));
        }
        return names;
    }

    private static JsonObject stated(JsonObject fields) {
        JsonObject names = new JsonObject();
        for (JsonElement entry : fields.getAsJsonArray("entries")) {
            JsonObject known = entry.getAsJsonObject();
            names.add(known.get("name").getAsString(), known.get("addrs"));
        }
        fields.getAsJsonArray("absent").forEach(name -> names.add(name.getAsString(), new JsonArray()));
        return names;
    }
}
