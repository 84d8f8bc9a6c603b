package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.address.Protocol;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.List;
import java.util.Set;

/** {@code addr.jsonl}: protocols by name. */
final class Protocols implements Family {

    @Override
    public Set<String> names() {
        return Set.of("getprotobyname");
    }

    @Override
    public JsonElement answer(Vector vector) {
        return Json.array(Protocol.of(vector.argument(0))
                .map(found -> List.of(found.name(), found.alias(), String.valueOf(found.number())))
                .orElse(List.of()));
    }
}
