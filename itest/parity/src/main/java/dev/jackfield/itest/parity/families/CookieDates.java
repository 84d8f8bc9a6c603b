package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.Locale;
import java.util.Set;

/** {@code conformance/dates}: dates as they stand in cookies, in small letters and in capitals too. */
final class CookieDates implements Family {

    @Override
    public Set<String> names() {
        return Set.of("http-date/1");
    }

    @Override
    public JsonElement answer(Vector vector) {
        String text = vector.text("input");
        JsonElement read = read(text);
        boolean same =
                read.equals(read(text.toLowerCase(Locale.ROOT))) && read.equals(read(text.toUpperCase(Locale.ROOT)));
        return same ? read : Json.of("another date in other letters");
    }

    private static JsonElement read(String text) {
        return HttpDate.parseCookieDate(text)
                .<JsonElement>map(date -> new JsonPrimitive(date.getEpochSecond()))
                .orElse(JsonNull.INSTANCE);
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonElement expected = vector.fields().get("expected");
        boolean lenient =
                vector.fields().has("lenient") && vector.fields().get("lenient").getAsBoolean();
        return lenient ? new Expectation.OrNothing(expected) : new Expectation.Value(expected);
    }
}
