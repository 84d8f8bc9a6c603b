package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostService;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code addr.jsonl} and {@code conformance/addresses}: host and service in one text. */
final class HostServices implements Family {
    private static final String CASE = "hostport/1";

    @Override
    public Set<String> names() {
        return Set.of("parse_hostport", "format_hostport", CASE);
    }

    @Override
    public JsonElement answer(Vector vector) {
        return switch (vector.name()) {
            case "parse_hostport" -> list(HostService.parse(vector.argument(0), vector.argument(1)));
            case "format_hostport" -> Json.of(new HostService(vector.argument(0), vector.argument(1)).toString());
            default -> members(HostService.parse(vector.text("input"), defaultService(vector)));
        };
    }

    @Override
    public Expectation expectation(Vector vector) {
        if (!vector.name().equals(CASE)) {
            return Expectation.of(vector);
        }
        JsonObject stated = new JsonObject();
        stated.add("host", vector.fields().get("host"));
        stated.add("port", vector.fields().get("port"));
        return new Expectation.Value(stated);
    }

    private static String defaultService(Vector vector) {
        JsonElement service = vector.fields().get("default");
        return service.isJsonNull() ? "" : service.getAsString();
    }

    private static JsonElement list(Optional<HostService> halves) {
        return Json.array(
                halves.map(both -> List.of(both.host(), both.service())).orElse(List.of()));
    }

    private static JsonElement members(Optional<HostService> halves) {
        JsonObject members = new JsonObject();
        members.add("host", Json.of(halves.map(HostService::host).orElse(null)));
        members.add("port", Json.of(halves.map(HostService::service).orElse(null)));
        return members;
    }
}
