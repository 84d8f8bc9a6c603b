package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/** {@code date.jsonl}: dates of HTTP, read and written. */
final class Dates implements Family {
    private static final String FORMAT = "format_date";
    /** The clock of those vectors that do not tell it. */
    private static final long NOW = 1_700_000_000;

    @Override
    public Set<String> names() {
        return Set.of("parse_date", FORMAT);
    }

    @Override
    public JsonElement answer(Vector vector) {
        if (vector.name().equals(FORMAT)) {
            BigDecimal seconds = vector.in().get(0).getAsBigDecimal();
            long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
            return Json.of(HttpDate.format(Instant.ofEpochSecond(seconds.longValue(), nanos)));
        }
        long now = vector.fields().has("now") ? vector.fields().get("now").getAsLong() : NOW;
        return HttpDate.parse(vector.argument(0), Instant.ofEpochSecond(now))
                .<JsonElement>map(date -> new JsonPrimitive(date.getEpochSecond()))
                .orElse(JsonNull.INSTANCE);
    }
}
