package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code conformance/cookies}, the cases with a jar: what is in it, and what is sent. */
final class CookieJars implements Family {
    private static final List<String> EXPECTED = List.of("expect", "expect_header", "expect_jar", "expect_store");

    @Override
    public Set<String> names() {
        return Set.of("cookie-jar/1");
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonArray expected = new JsonArray();
        for (JsonElement step : vector.fields().getAsJsonArray("steps")) {
            JsonObject stated = new JsonObject();
            for (String member : EXPECTED) {
                if (isStated(step.getAsJsonObject(), member)) {
                    stated.add(member, step.getAsJsonObject().get(member));
                }
            }
            expected.add(stated);
        }
        return new Expectation.Value(expected);
    }

    private static boolean isStated(JsonObject step, String member) {
        return step.has(member) && !step.get(member).isJsonNull();
    }

    @Override
    public JsonElement answer(Vector vector) {
        Instant[] now = {Instant.EPOCH};
        MemoryJar jar = MemoryJar.create(rules(vector), () -> now[0]);
        JsonArray answers = new JsonArray();
        for (JsonElement element : vector.fields().getAsJsonArray("steps")) {
            JsonObject step = element.getAsJsonObject();
            now[0] = Instant.ofEpochSecond(
                    vector.fields().get("now").getAsLong() + step.get("t").getAsLong());
            answers.add(step.get("op").getAsString().equals("set") ? set(jar, step) : get(jar, step));
        }
        return answers;
    }

    private static CookieRules rules(Vector vector) {
        CookieRules rules = CookieRules.defaults().withLongestLife(Duration.ZERO);
        return vector.text("profile").equals("rfc6265") ? rules.withProfile(CookieProfile.RFC_6265) : rules;
    }

    private static JsonObject set(MemoryJar jar, JsonObject step) {
        List<String> lines = new ArrayList<>();
        step.getAsJsonArray("set_cookie").forEach(line -> lines.add(FieldOctets.of(line.getAsString())));
        jar.store(new SetCookies(where(step), lines, Optional.empty()));
        JsonObject answer = new JsonObject();
        if (isStated(step, "expect_jar")) {
            JsonArray pairs = new JsonArray();
            jar.all().stream().map(CookieJars::pair).sorted().forEach(pairs::add);
            answer.add("expect_jar", pairs);
        }
        if (isStated(step, "expect_store")) {
            JsonArray cookies = new JsonArray();
            jar.all().forEach(cookie -> cookies.add(stored(cookie)));
            answer.add("expect_store", cookies);
        }
        return answer;
    }

    private static String pair(Cookie cookie) {
        return FieldOctets.text(cookie.pair());
    }

    private static JsonObject stored(Cookie cookie) {
        JsonObject stored = named(cookie);
        stored.addProperty("domain", cookie.domain());
        stored.addProperty("path", cookie.path());
        stored.addProperty("host_only", cookie.hostOnly());
        return stored;
    }

    private static JsonObject named(Cookie cookie) {
        JsonObject named = new JsonObject();
        named.addProperty("name", FieldOctets.text(cookie.name()));
        named.addProperty("value", FieldOctets.text(cookie.value()));
        return named;
    }

    private static JsonObject get(MemoryJar jar, JsonObject step) {
        if (!step.get("ordered").getAsBoolean()) {
            throw new IllegalStateException("Expected cases that tell the order");
        }
        List<Cookie> cookies = jar.cookies(where(step));
        JsonObject answer = new JsonObject();
        if (isStated(step, "expect")) {
            JsonArray sent = new JsonArray();
            cookies.forEach(cookie -> sent.add(named(cookie)));
            answer.add("expect", sent);
        }
        if (isStated(step, "expect_header")) {
            answer.addProperty(
                    "expect_header", cookies.stream().map(CookieJars::pair).collect(Collectors.joining("; ")));
        }
        return answer;
    }

    private static CookieContext where(JsonObject step) {
        return Requested.from(step.get("url").getAsString());
    }
}
