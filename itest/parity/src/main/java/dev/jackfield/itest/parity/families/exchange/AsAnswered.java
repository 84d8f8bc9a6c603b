package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares with {@code out}, the original's answer. */
final class AsAnswered {
    private final JsonObject in;
    private final JsonObject out;
    private final Differences differences;

    AsAnswered(JsonObject vector, Differences differences) {
        this.in = vector.getAsJsonObject("in");
        this.out = vector.getAsJsonObject("out");
        this.differences = differences;
    }

    void compare(JsonObject got) {
        JsonArray results = out.getAsJsonArray("results");
        for (int i = 0; i < results.size(); i++) {
            compareResult(i, got.getAsJsonArray("results").get(i).getAsJsonObject());
        }
        compareConnections(got.getAsJsonArray("conns"));
        if (out.has("max_active")) {
            differences.unlessEqual(
                    "max_active",
                    got.get("max_active").getAsInt(),
                    out.get("max_active").getAsInt());
        }
        if (out.has("jar")) {
            differences.unlessEqual("jar", jar(got.getAsJsonObject("jar")), jar(out.getAsJsonObject("jar")));
        }
    }

    /** One result alone. */
    void compareResult(int index, JsonObject got) {
        JsonObject expected = out.getAsJsonArray("results").get(index).getAsJsonObject();
        String at = "results[" + index + "].";
        differences.unlessEqual(at + "cancelled", got.has("cancelled"), expected.has("cancelled"));
        for (String member : List.of("body", "on_header", "on_body", "handle_data")) {
            if (expected.has(member)) {
                differences.unlessEqual(at + member, got.get(member), expected.get(member));
            }
        }
        if (expected.has("headers")) {
            differences.unlessEqual(at + "headers", headers(got.get("headers")), headers(expected.get("headers")));
        }
    }

    private void compareConnections(JsonArray got) {
        List<Object> ours = connections(got);
        List<Object> theirs = connections(out.getAsJsonArray("conns"));
        differences.unlessEqual("conns", ours.size(), theirs.size());
        if (in.get("mode").getAsString().equals("par")) {
            // Which of several requests comes first is not significant, so neither is who goes where.
            differences.unlessEqual("requests", allRequests(got), allRequests(out.getAsJsonArray("conns")));
            return;
        }
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            differences.unlessEqual("conns[" + i + "]", ours.get(i), theirs.get(i));
        }
    }

    private List<Object> connections(JsonArray connections) {
        List<Object> comparable = new ArrayList<>();
        for (JsonElement element : connections) {
            JsonObject connection = element.getAsJsonObject();
            boolean closed = connection.has("client_closed")
                    && connection.get("client_closed").getAsBoolean();
            comparable.add(List.of(
                    text(connection, "host") + ":" + text(connection, "port").replaceFirst("^0+", ""),
                    requests(connection),
                    closed ? "closed by the client" : "open"));
        }
        return comparable;
    }

    private List<String> allRequests(JsonArray connections) {
        List<String> all = new ArrayList<>();
        connections.forEach(
                connection -> requests(connection.getAsJsonObject()).forEach(request -> all.add(request.toString())));
        all.sort(null);
        return all;
    }

    private List<HttpMessage> requests(JsonObject connection) {
        List<HttpMessage> requests = new ArrayList<>();
        if (connection.has("requests")) {
            for (JsonElement request : connection.getAsJsonArray("requests")) {
                requests.add(Normalised.of(HttpMessage.of(request.getAsString()), given()));
            }
        }
        return requests;
    }

    private Set<String> given() {
        Set<String> given = new TreeSet<>();
        for (JsonElement request : in.getAsJsonArray("requests")) {
            if (request.getAsJsonObject().has("headers")) {
                request.getAsJsonObject()
                        .getAsJsonObject("headers")
                        .keySet()
                        .forEach(name -> given.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        return given;
    }

    /**
     * Without what may differ: reason phrases, the length that the original makes up for chunked responses, and which of
     * 596 and 599 a head that cannot be read has ({@code behaviour.md} 14.1).
     */
    private static Map<String, Object> headers(JsonElement element) {
        Map<String, Object> headers = new TreeMap<>();
        if (element == null || !element.isJsonObject()) {
            return headers;
        }
        JsonObject all = element.getAsJsonObject();
        for (Map.Entry<String, JsonElement> header : all.entrySet()) {
            String name = header.getKey();
            if (name.equals("Redirect")) {
                JsonArray pair = header.getValue().getAsJsonArray();
                headers.put(name, List.of(pair.get(0), headers(pair.get(1))));
            } else if (name.equals("Status")) {
                headers.put(name, header.getValue().getAsString().replaceFirst("^599$", "596"));
            } else if (!name.endsWith("Reason") && !(name.equals("content-length") && all.has("transfer-encoding"))) {
                // 6.5: blanks around a value are no part of it.
                headers.put(
                        name,
                        header.getValue().isJsonNull()
                                ? ""
                                : header.getValue().getAsString().strip());
            }
        }
        return headers;
    }

    /** Hosts, paths, names and values; and of what begins with an underscore, whether a cookie expires. */
    private static Map<String, String> jar(JsonObject jar) {
        Map<String, String> cookies = new TreeMap<>();
        for (Map.Entry<String, JsonElement> host : jar.entrySet()) {
            if (host.getValue().isJsonObject()) {
                host.getValue()
                        .getAsJsonObject()
                        .entrySet()
                        .forEach(path -> path.getValue()
                                .getAsJsonObject()
                                .entrySet()
                                .forEach(cookie -> cookies.put(
                                        host.getKey() + path.getKey() + " " + cookie.getKey(),
                                        cookie(cookie.getValue().getAsJsonObject()))));
            }
        }
        return cookies;
    }

    private static String cookie(JsonObject attributes) {
        return attributes.get("value").getAsString() + (attributes.has("_expires") ? ", expires" : "");
    }

    private static String text(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : "";
    }
}
