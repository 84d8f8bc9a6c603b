package dev.jackfield.itest.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * What a vector asks for. The rules are those of {@code vectors/README.md}: {@code out}, unless there is {@code deviate};
 * then {@code want}; and if that is missing too, that nothing unsafe happens.
 */
public sealed interface Expectation {

    /** Whether that is what came. */
    boolean isMetBy(JsonElement got);

    /** For the reader of a failure. */
    String text();

    /** What of it did not come, for the reader of a failure. */
    default String difference(JsonElement got) {
        return "got " + Json.text(got) + "  expected " + text();
    }

    /** That value; see {@link Json#matches} for what counts as the same. */
    record Value(JsonElement value) implements Expectation {
        @Override
        public boolean isMetBy(JsonElement got) {
            return Json.matches(value, got);
        }

        @Override
        public String text() {
            return Json.text(value);
        }
    }

    /** That value, or a clean refusal. */
    record OrRefusal(JsonElement value) implements Expectation {
        static final String NAME = "throws_or";

        @Override
        public boolean isMetBy(JsonElement got) {
            return Json.isRefusal(got) || Json.matches(value, got);
        }

        @Override
        public String text() {
            return Json.text(value) + ", or a refusal";
        }
    }

    /** That value, or nothing: a form that need not be known, but who takes it must read it right. */
    record OrNothing(JsonElement value) implements Expectation {
        @Override
        public boolean isMetBy(JsonElement got) {
            return got.isJsonNull() || Json.matches(value, got);
        }

        @Override
        public String text() {
            return Json.text(value) + ", or nothing";
        }
    }

    /** At least those members. */
    record Members(JsonObject members) implements Expectation {
        @Override
        public boolean isMetBy(JsonElement got) {
            return got.isJsonObject()
                    && members.entrySet().stream()
                            .allMatch(member -> got.getAsJsonObject().has(member.getKey())
                                    && Json.matches(
                                            member.getValue(),
                                            got.getAsJsonObject().get(member.getKey())));
        }

        @Override
        public String text() {
            return Json.text(members) + " among others";
        }
    }

    /**
     * What a family compares in its own way, because an answer is too big to be shown whole.
     *
     * @param differences each with what was got and what was expected; none if that is what came
     */
    record Compared(Function<JsonElement, List<String>> differences) implements Expectation {
        @Override
        public boolean isMetBy(JsonElement got) {
            return differences.apply(got).isEmpty();
        }

        @Override
        public String text() {
            return "no difference";
        }

        @Override
        public String difference(JsonElement got) {
            return Json.printable(String.join("; ", differences.apply(got)));
        }
    }

    /** Any answer, or a clean refusal. What else a family can tell to be unsafe it says by an expectation of its own. */
    record NoHarm(String why) implements Expectation {
        @Override
        public boolean isMetBy(JsonElement got) {
            return true;
        }

        @Override
        public String text() {
            return "no harm: " + why;
        }
    }

    /** What a golden vector says. */
    static Expectation of(Vector vector) {
        JsonObject fields = vector.fields();
        if (!fields.has("deviate")) {
            return new Value(fields.get("out"));
        }
        JsonElement want = fields.get("want");
        if (want == null) {
            return new NoHarm(fields.get("deviate").getAsString());
        }
        return want.isJsonObject() && want.getAsJsonObject().has(OrRefusal.NAME)
                ? new OrRefusal(want.getAsJsonObject().get(OrRefusal.NAME))
                : new Value(want);
    }

    /** The same, where a {@code want} names only those members of the answer that differ. */
    static Expectation partial(Vector vector) {
        Expectation whole = of(vector);
        boolean members = vector.fields().has("deviate")
                && whole instanceof Value want
                && want.value().isJsonObject()
                && !Json.isRefusal(want.value());
        return members ? new Members(vector.fields().getAsJsonObject("want")) : whole;
    }
}
