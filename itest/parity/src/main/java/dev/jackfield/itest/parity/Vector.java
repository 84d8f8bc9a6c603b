package dev.jackfield.itest.parity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A golden vector, or a case of the conformance data.
 *
 * @param id what it is known by
 * @param name the function under test, or the schema such as {@code ip-parse/1}; empty if the file tells neither
 * @param fields all that its line holds
 */
public record Vector(String id, String name, JsonObject fields) {

    /** The arguments of a golden vector. */
    public JsonArray in() {
        return fields.getAsJsonArray("in");
    }

    /** An argument that is a text; the empty one if there is none. */
    public String argument(int index) {
        JsonElement argument = in().get(index);
        return argument.isJsonNull() ? "" : argument.getAsString();
    }

    /** A member of a case that is a text. */
    public String text(String member) {
        return fields.get(member).getAsString();
    }
}
