package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Json;

/** A form that need not be known; but who takes it must read it right. */
record OrNothing(JsonElement value) implements Expectation {
    @Override
    public boolean isMetBy(JsonElement got) {
        return got.isJsonNull() || Json.matches(value, got);
    }

    @Override
    public String text() {
        return Json.text(value) + " or nothing";
    }
}
