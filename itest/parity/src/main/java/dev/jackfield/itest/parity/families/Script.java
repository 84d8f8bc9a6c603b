package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** What a {@link NameServer} knows, from what {@code sockaddr.jsonl} says: by name and type, the data of records. */
final class Script {
    private Script() {}

    /** A script, empty for null. */
    static Map<String, JsonElement> of(JsonObject dns) {
        Map<String, JsonElement> script = new HashMap<>();
        if (dns != null) {
            dns.entrySet().forEach(entry -> script.put(entry.getKey(), records(entry.getKey(), entry.getValue())));
        }
        return script;
    }

    private static JsonArray records(String question, JsonElement all) {
        int blank = question.lastIndexOf(' ');
        JsonArray records = new JsonArray();
        for (JsonElement data : all.getAsJsonArray()) {
            JsonArray record = new JsonArray();
            record.add(question.substring(0, blank));
            record.add(question.substring(blank + 1));
            if (data.isJsonArray()) {
                record.addAll(data.getAsJsonArray());
            } else {
                record.add(data);
            }
            records.add(record);
        }
        return records;
    }
}
