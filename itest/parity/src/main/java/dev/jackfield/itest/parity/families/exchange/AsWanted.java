package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares with {@code want}, where the original's answer must not be copied: only what is named there. */
final class AsWanted {
    private static final Map<String, Set<String>> CODES = Map.of(
            "connect", Set.of("595"),
            "request", Set.of("596"),
            "header", Set.of("596", "599"),
            "body", Set.of("597"),
            "aborted", Set.of("598"),
            "other", Set.of("599"));

    private final JsonObject want;
    private final AsAnswered answered;
    private final Differences differences;

    AsWanted(JsonObject vector, Differences differences) {
        this.want = vector.getAsJsonObject("want");
        this.answered = new AsAnswered(vector, differences);
        this.differences = differences;
    }

    void compare(JsonObject got) {
        JsonArray results = want.has("results") ? want.getAsJsonArray("results") : new JsonArray();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).isJsonObject()) {
                compare(i, results.get(i).getAsJsonObject(), got);
            }
        }
        if (want.has("conns")) {
            differences.unlessEqual(
                    "conns",
                    got.getAsJsonArray("conns").size(),
                    want.get("conns").getAsInt());
        }
        if (want.has("on_body")) {
            differences.unlessEqual(
                    "on_body",
                    got.getAsJsonArray("results").get(0).getAsJsonObject().get("on_body"),
                    want.get("on_body"));
        }
        if (want.has("requests")) {
            compareRequests(requests(got));
        }
        if (want.has("jar")) {
            JsonObject jar = got.getAsJsonObject("jar").deepCopy();
            jar.remove("version");
            differences.unlessEqual("jar", jar, want.get("jar"));
        }
    }

    private void compare(int index, JsonObject wanted, JsonObject all) {
        JsonObject got = all.getAsJsonArray("results").get(index).getAsJsonObject();
        JsonObject headers = got.has("headers") ? got.getAsJsonObject("headers") : new JsonObject();
        String at = "results[" + index + "].";
        String status = text(headers, "Status");
        for (String member : wanted.keySet()) {
            JsonElement value = wanted.get(member);
            switch (member) {
                case "status" -> differences.unlessEqual(at + "status", status, value.getAsString());
                case "reason" -> differences.unlessEqual(at + "reason", text(headers, "Reason"), value.getAsString());
                case "url" -> differences.unlessEqual(at + "url", text(headers, "URL"), value.getAsString());
                case "body", "on_header", "on_body" -> differences.unlessEqual(at + member, got.get(member), value);
                case "handle" ->
                    differences.unlessEqual(
                            at + "handle", got.has("body") && got.get("body").isJsonObject(), true);
                case "headers" -> compareHeaders(at, headers, value.getAsJsonObject());
                case "redirects" -> differences.unlessEqual(at + "redirects", redirects(headers), value.getAsInt());
                case "error" -> {
                    if (!CODES.get(value.getAsString()).contains(status)) {
                        differences.add(at + "error", headers, value.getAsString());
                    }
                }
                case "throws_or_error" -> {
                    if (!got.has("throws") && !status.startsWith("59")
                            || all.getAsJsonArray("conns").size() > 0) {
                        differences.add(at + "refusal", headers, "one, before a connection is made");
                    }
                }
                case "same_as_oracle" -> answered.compareResult(index, got);
                case "note" -> {}
                default -> throw new IllegalStateException("Expected a known member of want, got " + member);
            }
        }
    }

    private void compareHeaders(String at, JsonObject got, JsonObject wanted) {
        for (Map.Entry<String, JsonElement> header : wanted.entrySet()) {
            String name = header.getKey();
            if (header.getValue().isJsonNull()) {
                differences.unlessEqual(at + "headers." + name, got.get(name), null);
            } else {
                differences.unlessEqual(
                        at + "headers." + name,
                        text(got, name),
                        header.getValue().getAsString());
            }
        }
    }

    private void compareRequests(List<HttpMessage> got) {
        JsonArray wanted = want.getAsJsonArray("requests");
        if (got.size() < wanted.size()) {
            differences.add("requests", got.size(), wanted.size());
        }
        for (int i = 0; i < Math.min(got.size(), wanted.size()); i++) {
            JsonObject request = wanted.get(i).getAsJsonObject();
            String at = "requests[" + i + "].";
            if (request.has("line")) {
                differences.unlessEqual(
                        at + "line", got.get(i).line(), request.get("line").getAsString());
            }
            if (request.has("body")) {
                differences.unlessEqual(
                        at + "body", got.get(i).body(), request.get("body").getAsString());
            }
            if (request.has("headers")) {
                compareFields(at, got.get(i), request.getAsJsonObject("headers"));
            }
        }
    }

    private void compareFields(String at, HttpMessage got, JsonObject wanted) {
        for (Map.Entry<String, JsonElement> field : wanted.entrySet()) {
            String name = field.getKey();
            String value = field.getValue().isJsonNull() ? "" : field.getValue().getAsString();
            // What else stands in Connection is not asked for.
            boolean there = name.equals("connection")
                    ? got.header(name).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))
                    : got.header(name).equals(value);
            if (!there || field.getValue().isJsonNull() && got.has(name)) {
                differences.add(at + name, got.header(name), field.getValue());
            }
        }
    }

    private static List<HttpMessage> requests(JsonObject got) {
        List<HttpMessage> requests = new ArrayList<>();
        for (JsonElement connection : got.getAsJsonArray("conns")) {
            if (connection.getAsJsonObject().has("requests")) {
                connection
                        .getAsJsonObject()
                        .getAsJsonArray("requests")
                        .forEach(request -> requests.add(HttpMessage.of(request.getAsString())));
            }
        }
        return requests;
    }

    private static int redirects(JsonObject headers) {
        int count = 0;
        JsonObject at = headers;
        while (at.has("Redirect")) {
            at = at.getAsJsonArray("Redirect").get(1).getAsJsonObject();
            count++;
        }
        return count;
    }

    private static String text(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : "";
    }
}
