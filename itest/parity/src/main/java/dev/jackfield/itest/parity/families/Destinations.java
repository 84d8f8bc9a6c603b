package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import dev.jackfield.resolver.internal.order.DestinationOrder;
import dev.jackfield.resolver.internal.order.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code conformance/dns}: the order of addresses. */
final class Destinations implements Family {

    @Override
    public Set<String> names() {
        return Set.of("rfc6724/1");
    }

    @Override
    public JsonElement answer(Vector vector) {
        JsonObject fields = vector.fields();
        List<IpAddress> destinations = addresses(fields.get("in"));
        List<IpAddress> sources = addresses(fields.get("srcs"));
        JsonElement prefix = fields.get("source_prefixlen");
        Map<IpAddress, Source> known = new HashMap<>();
        for (int i = 0; i < destinations.size(); i++) {
            IpAddress from = sources.get(i);
            known.put(destinations.get(i), prefix == null ? new Source(from) : new Source(from, prefix.getAsInt()));
        }
        DestinationOrder order = new DestinationOrder(to -> Optional.ofNullable(known.get(to)));
        return Json.array(
                order.sort(destinations).stream().map(IpAddress::toString).toList());
    }

    @Override
    public Expectation expectation(Vector vector) {
        return new Expectation.Value(vector.fields().get("want"));
    }

    private static List<IpAddress> addresses(JsonElement texts) {
        return texts.getAsJsonArray().asList().stream()
                .map(text -> IpAddress.of(text.getAsString()))
                .toList();
    }
}
