package dev.jackfield.itest.parity.families.responses;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.jackfield.http.Headers;
import dev.jackfield.http.ResponseHead;
import java.util.Base64;
import java.util.List;

/**
 * What a client made of one request.
 *
 * @param verdict ok, upgrade or error
 * @param error its text; empty if there is none
 * @param messages in the form of the cases, interim responses included
 * @param taken octets that the server had sent by then
 */
record Seen(String verdict, String error, List<JsonObject> messages, int taken) {
    boolean good() {
        return !verdict.equals("error");
    }

    static JsonObject interim(ResponseHead head) {
        return message(head, new byte[0], Headers.empty(), true);
    }

    static JsonObject message(ResponseHead head, byte[] body, Headers trailers, boolean beforeEnd) {
        JsonObject message = new JsonObject();
        message.addProperty("version", "1." + head.minor());
        message.addProperty("status", head.status());
        message.addProperty("reason", head.reason());
        message.add("headers", fields(head.headers()));
        message.add("trailers", fields(trailers));
        message.addProperty("body", Base64.getEncoder().encodeToString(body));
        if (beforeEnd) {
            message.addProperty("complete", true);
        } else {
            message.addProperty("complete", "at-eof");
        }
        return message;
    }

    private static JsonArray fields(Headers headers) {
        JsonArray fields = new JsonArray();
        headers.forEach((name, value) -> {
            JsonArray field = new JsonArray();
            field.add(name);
            field.add(value);
            fields.add(field);
        });
        return fields;
    }
}
