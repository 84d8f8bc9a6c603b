package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.PublicSuffixes;
import dev.jackfield.cookies.SetCookies;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code cookie.jsonl}: steps on one jar. */
final class CookieSequences implements Family {
    /** As {@code vectors/README.md} has it. */
    private static final CookieRules RULES = CookieRules.defaults()
            .withLongestLife(Duration.ZERO)
            .withSuffixes(PublicSuffixes.parse(String.join(
                    "\n", "com net org de test uk co.uk org.uk github.io io jp co.jp localhost".split(" "))));

    private static final Instant BEGIN = Instant.ofEpochSecond(1_700_000_000, 250_000_000);

    @Override
    public Set<String> names() {
        return Set.of("cookie_sequence");
    }

    @Override
    public JsonElement answer(Vector vector) {
        return new Steps(ordered(vector)).run(vector.in());
    }

    /** What the original dumps is its own layout, and its lists have no order. */
    @Override
    public Expectation expectation(Vector vector) {
        JsonArray expected = vector.fields()
                .getAsJsonArray(vector.fields().has("want_order") ? "want_order" : ordered(vector) ? "want" : "out")
                .deepCopy();
        for (int i = 0; i < expected.size(); i++) {
            if (op(vector.in().get(i)).equals("dump")) {
                expected.set(i, JsonNull.INSTANCE);
            }
        }
        return new Expectation.Value(expected);
    }

    private static boolean ordered(Vector vector) {
        return vector.fields().has("want_order") || vector.fields().has("want");
    }

    private static String op(JsonElement step) {
        return step.getAsJsonObject().get("op").getAsString();
    }

    /** One run, with its clock. */
    private static final class Steps {
        private final boolean ordered;
        private Instant now = BEGIN;
        private MemoryJar jar = empty();

        Steps(boolean ordered) {
            this.ordered = ordered;
        }

        private MemoryJar empty() {
            return MemoryJar.create(RULES, () -> now);
        }

        JsonArray run(JsonArray steps) {
            JsonArray answers = new JsonArray();
            steps.forEach(step -> answers.add(step(step.getAsJsonObject())));
            return answers;
        }

        private JsonElement step(JsonObject step) {
            switch (op(step)) {
                case "set" -> set(step);
                case "get" -> {
                    return get(step);
                }
                case "tick" ->
                    now = now.plusNanos(step.get("seconds")
                            .getAsBigDecimal()
                            .movePointRight(9)
                            .longValueExact());
                case "expire" -> jar.expire(step.get("session_end").getAsInt() != 0);
                case "load" -> {
                    jar = empty();
                    jar.add(CookieFormat.JSON.parse(step.get("jar").toString()));
                }
                case "dump" -> CookieFormat.JSON.format(jar.all());
                default -> throw new IllegalStateException("Expected a step that is known, got " + step);
            }
            return JsonNull.INSTANCE;
        }

        private void set(JsonObject step) {
            List<String> lines = new ArrayList<>();
            step.getAsJsonArray("set_cookie").forEach(line -> lines.add(line.getAsString()));
            JsonElement date = step.get("date");
            Optional<Instant> read = date.isJsonNull() ? Optional.empty() : HttpDate.parse(date.getAsString(), now);
            jar.store(new SetCookies(Requested.from(step), lines, read));
        }

        private JsonElement get(JsonObject step) {
            Stream<String> pairs = jar.cookies(Requested.from(step)).stream().map(Cookie::pair);
            return Json.array((ordered ? pairs : pairs.sorted()).toList());
        }
    }
}
