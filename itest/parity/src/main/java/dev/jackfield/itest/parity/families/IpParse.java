package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code conformance/addresses}: one text, and what several kinds of readers make of it. */
final class IpParse implements Family {
    private static final String V4_ATON = "v4_aton";
    private static final String V6 = "v6";
    private static final String V6_PYTHON = "v6_python";
    private static final Pattern INET_PTON = Pattern.compile("differs from inet_pton \\((None|[0-9a-f]{32})\\)");

    private static final Map<String, Function<String, JsonElement>> READERS = Map.of(
            "v4_strict",
            text -> Octets.hex(strict(text)),
            V4_ATON,
            text -> Octets.hex(Ipv4.parse(text)),
            "v4_ok",
            text -> new JsonPrimitive(Ipv4.parse(text).isPresent()),
            "v4_aton_ok",
            text -> new JsonPrimitive(Ipv4.parse(text).isPresent()),
            V6,
            text -> Octets.hex(ipv6(text)),
            "v6_ok",
            text -> new JsonPrimitive(ipv6(text).isPresent()));

    @Override
    public Set<String> names() {
        return Set.of("ip-parse/1");
    }

    @Override
    public JsonElement answer(Vector vector) {
        JsonObject answer = new JsonObject();
        for (String reader : stated(vector).keySet()) {
            answer.add(reader, READERS.get(reader).apply(vector.text("input")));
        }
        return answer;
    }

    @Override
    public Expectation expectation(Vector vector) {
        return new Expectation.Value(stated(vector));
    }

    /** What the case says about our readers. */
    private static JsonObject stated(Vector vector) {
        JsonObject fields = vector.fields();
        JsonObject stated = new JsonObject();
        if (fields.has("zone")) {
            // Accepted by its source, but no plain address is.
            stated.add(V6, JsonNull.INSTANCE);
        } else if (fields.has("quirk")) {
            stated.add(V6, inetPton(vector.text("quirk")));
        } else if (fields.has("inet_aton_result")) {
            // Made of the beginning of the text only; the whole is no address.
            stated.add(V4_ATON, JsonNull.INSTANCE);
        } else if (fields.has(V6_PYTHON)) {
            stated.add(V6, fields.get(V6_PYTHON));
        } else {
            fields.keySet().stream().filter(READERS::containsKey).forEach(name -> stated.add(name, fields.get(name)));
        }
        if (stated.isEmpty()) {
            throw new IllegalStateException("Expected one of " + READERS.keySet() + ", got " + Json.text(fields));
        }
        return stated;
    }

    /** Where a source goes its own way, the case tells what everybody else does. */
    private static JsonElement inetPton(String quirk) {
        Matcher others = INET_PTON.matcher(quirk);
        if (!others.find()) {
            throw new IllegalStateException("Expected " + INET_PTON + ", got " + quirk);
        }
        return Json.of(others.group(1).equals("None") ? null : others.group(1));
    }

    /** Of the many forms, the one that is also written: four decimal numbers without leading zeros. */
    private static Optional<Ipv4> strict(String text) {
        return Ipv4.parse(text).filter(address -> address.toString().equals(text));
    }

    /** Ours also takes IPv4 addresses, and maps them. */
    private static Optional<? extends IpAddress> ipv6(String text) {
        return Ipv4.parse(text).isPresent() ? Optional.empty() : Ipv6.parse(text);
    }
}
