package dev.jackfield.itest.parity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** What vectors are compared and shown as. */
public final class Json {
    private static final String REFUSED = "throws";
    private static final int LONGEST_SHOWN = 300;

    private Json() {}

    /** A text, or null for none. */
    public static JsonElement of(String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    public static JsonArray array(Iterable<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** An error that the caller gets. */
    public static JsonObject refusal(Throwable error) {
        JsonObject refusal = new JsonObject();
        refusal.addProperty(REFUSED, String.valueOf(error.getMessage()));
        return refusal;
    }

    /** What is expected where null stands for an error. */
    public static JsonElement orRefusal(JsonElement expected) {
        return expected.isJsonNull() ? refusal(new IllegalArgumentException("any")) : expected;
    }

    public static boolean isRefusal(JsonElement value) {
        return value.isJsonObject()
                && value.getAsJsonObject().size() == 1
                && value.getAsJsonObject().has(REFUSED);
    }

    /**
     * Whether an answer is as expected. Where a refusal is, its words do not matter, and "nothing" is a refusal too;
     * but where nothing is expected, an error is not the same.
     */
    public static boolean matches(JsonElement expected, JsonElement got) {
        if (isRefusal(expected)) {
            return isRefusal(got) || got.isJsonNull();
        }
        if (isNumber(expected) && isNumber(got)) {
            return expected.getAsBigDecimal().compareTo(got.getAsBigDecimal()) == 0;
        }
        if (expected.isJsonArray() && got.isJsonArray()) {
            return matchesAll(expected.getAsJsonArray(), got.getAsJsonArray());
        }
        if (expected.isJsonObject() && got.isJsonObject()) {
            JsonObject members = got.getAsJsonObject();
            return expected.getAsJsonObject().keySet().equals(members.keySet())
                    && expected.getAsJsonObject().entrySet().stream()
                            .allMatch(member -> matches(member.getValue(), members.get(member.getKey())));
        }
        return expected.equals(got);
    }

    private static boolean matchesAll(JsonArray expected, JsonArray got) {
        if (expected.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    /** On one line, in printable ASCII, cut if it is long. */
    public static String text(JsonElement value) {
        String text = printable(value.toString());
        int more = text.length() - LONGEST_SHOWN;
        return more <= 0 ? text : text.substring(0, LONGEST_SHOWN) + "... (" + more + " more)";
    }

    /** With what does not belong on a terminal escaped as in JSON. */
    static String printable(String text) {
        if (text.chars().allMatch(Json::isPrintable)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.chars().forEach(unit -> {
            if (isPrintable(unit)) {
                printable.append((char) unit);
            } else {
                printable.append(String.format("\\u%04x", unit));
            }
        });
        return printable.toString();
    }

    private static boolean isPrintable(int unit) {
        return unit >= ' ' && unit < 0x7F;
    }
}
