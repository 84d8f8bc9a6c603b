package dev.jackfield.itest.parity.families.responses;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.families.exchange.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares an answer with what the source expects; what it does not tell is left open. */
final class Judgement {
    private static final String VERDICT = "verdict";
    private static final Pattern FOLD = Pattern.compile("([ \\t]*\\r?\\n[ \\t]+)+");
    /** What both sides have in the same form. */
    private static final List<String> SAME = List.of("version", "status", "headers", "trailers");

    private final Expected expected;
    private final Differences differences = new Differences();

    Judgement(Expected expected) {
        this.expected = expected;
    }

    /** What differs. */
    List<String> of(JsonObject got) {
        boolean accepted = !got.get(VERDICT).getAsString().equals("error");
        if (expected.lenient() && !(expected.accepted() && accepted)) {
            return List.of();
        }
        if (accepted != expected.accepted()) {
            String error = got.get("error").getAsString();
            differences.add(VERDICT, error.isEmpty() ? "a response" : error, expected.verdict());
        } else if (accepted && !tunnel(got)) {
            messages(got);
        }
        return differences.all();
    }

    /** Of an open tunnel nobody is told the head. */
    private static boolean tunnel(JsonObject got) {
        return got.getAsJsonArray("messages").isEmpty();
    }

    private void messages(JsonObject got) {
        List<JsonObject> seen = new ArrayList<>();
        for (JsonElement element : got.getAsJsonArray("messages")) {
            JsonObject message = element.getAsJsonObject();
            if (expected.tellsOfInterim() || !Expected.isInterim(message)) {
                seen.add(message);
            }
        }
        for (int i = 0; i < expected.messages().size(); i++) {
            if (i < seen.size()) {
                message("messages[" + i + "].", seen.get(i), expected.messages().get(i));
            } else if (i < expected.first()) {
                differences.add(
                        "messages[" + i + "]", "none", expected.messages().get(i));
            }
        }
        if (expected.all().has("combined_header")) {
            combined(seen.get(0), expected.all().getAsJsonObject("combined_header"));
        }
    }

    private void message(String at, JsonObject got, JsonObject wanted) {
        for (Map.Entry<String, JsonElement> member : wanted.entrySet()) {
            String name = member.getKey();
            JsonElement value = member.getValue();
            if (value.isJsonNull()) {
                continue;
            }
            if (name.equals("headers")) {
                JsonArray fields = got.getAsJsonArray(name);
                differences.unlessEqual(at + name, fields, unfolded(value.getAsJsonArray(), fields));
            } else if (SAME.contains(name)) {
                differences.unlessEqual(at + name, got.get(name), value);
            } else if (name.equals("some_headers")) {
                some(at, got.getAsJsonArray("headers"), value.getAsJsonArray());
            } else if (name.equals("reason")) {
                reason(at, got.get(name).getAsString(), value.getAsString());
            } else if (name.equals("body")) {
                body(at, got, value.getAsString());
            } else if (name.equals("complete") && value.toString().equals("\"at-eof\"")) {
                differences.unlessEqual(at + name, got.get(name), value);
            }
        }
    }

    /** httparse has no text for a reason that is not ASCII. */
    private void reason(String at, String got, String wanted) {
        if (!(wanted.isEmpty() && got.chars().anyMatch(c -> c > 0x7F))) {
            differences.unlessEqual(at + "reason", got, wanted);
        }
    }

    /** Behind a 101, Netty takes as many octets for a body as an old WebSocket had; the rest is {@code after}. */
    private void body(String at, JsonObject got, String wanted) {
        String body = got.get("body").getAsString();
        if (got.get("status").getAsInt() != 101) {
            differences.unlessEqual(at + "body", body, wanted);
        }
    }

    private void some(String at, JsonArray got, JsonArray wanted) {
        for (JsonElement element : wanted) {
            JsonArray field = element.getAsJsonArray();
            String name = field.get(0).getAsString();
            List<String> values = values(got, name);
            if (!values.contains(field.get(1).getAsString())) {
                differences.add(at + name, values, field.get(1));
            }
        }
    }

    /** As browsers join them. */
    private void combined(JsonObject got, JsonObject wanted) {
        wanted.entrySet()
                .forEach(field -> differences.unlessEqual(
                        field.getKey(),
                        String.join(", ", values(got.getAsJsonArray("headers"), field.getKey())),
                        field.getValue().getAsString()));
    }

    private static List<String> values(JsonArray fields, String name) {
        return StreamSupport.stream(fields.spliterator(), false)
                .map(JsonElement::getAsJsonArray)
                .filter(field -> field.get(0).getAsString().equalsIgnoreCase(name))
                .map(field -> field.get(1).getAsString())
                .collect(Collectors.toList());
    }

    /**
     * Folded values as RFC 9112 section 5.2 wants them, where a source leaves that to its caller: as httparse does with
     * the whole value, and picohttpparser with its second part, which has no name. Nor has a first one that is not about
     * names.
     */
    private static JsonArray unfolded(JsonArray fields, JsonArray got) {
        JsonArray whole = new JsonArray();
        for (JsonElement element : fields) {
            JsonArray field = element.getAsJsonArray();
            String value = FOLD.matcher(field.get(1).getAsString()).replaceAll(" ");
            if (!field.get(0).isJsonNull()) {
                whole.add(field(field.get(0), value));
            } else if (whole.isEmpty() && !got.isEmpty()) {
                whole.add(field(got.get(0).getAsJsonArray().get(0), value));
            } else {
                JsonArray before = whole.remove(whole.size() - 1).getAsJsonArray();
                whole.add(field(before.get(0), before.get(1).getAsString() + " " + value.strip()));
            }
        }
        return whole;
    }

    private static JsonArray field(JsonElement name, String value) {
        JsonArray field = new JsonArray();
        field.add(name);
        field.add(value);
        return field;
    }
}
