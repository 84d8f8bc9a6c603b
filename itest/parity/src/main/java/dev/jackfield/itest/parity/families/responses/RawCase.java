package dev.jackfield.itest.parity.families.responses;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.itest.parity.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A case of {@code conformance/http-responses}.
 *
 * @param input all that the server sends
 * @param pieces how much at once; what is left goes in one piece
 * @param eof whether the server closes then
 * @param method of the request
 * @param body of the request
 * @param switches whether the source takes a 101, which has to be asked for
 */
record RawCase(byte[] input, List<Integer> pieces, boolean eof, String method, byte[] body, boolean switches) {
    static RawCase of(Vector vector) {
        JsonObject fields = vector.fields();
        JsonObject request = fields.has("request") ? fields.getAsJsonObject("request") : new JsonObject();
        List<Integer> pieces = new ArrayList<>();
        if (fields.has("chunks")) {
            fields.getAsJsonArray("chunks").forEach(piece -> pieces.add(piece.getAsInt()));
        }
        return new RawCase(
                Base64.getDecoder().decode(vector.text("input")),
                pieces,
                !fields.has("eof") || fields.get("eof").getAsBoolean(),
                text(request, "method", "GET"),
                text(request, "body", "").getBytes(StandardCharsets.UTF_8),
                Expected.of(vector).switches());
    }

    /** The same in single octets. */
    RawCase dripping() {
        Integer[] ones = new Integer[input.length];
        Arrays.fill(ones, 1);
        return new RawCase(input, List.of(ones), eof, method, body, switches);
    }

    Request request() {
        Request plain = Request.of(method, "http://conformance.test/").withRedirects(Redirects.NONE);
        Request whole = body.length == 0 ? plain : plain.withBody(body);
        return switches ? whole.withHeader("Upgrade", "conformance") : whole;
    }

    private static String text(JsonObject object, String member, String otherwise) {
        JsonElement value = object.get(member);
        return value == null || value.isJsonNull() ? otherwise : value.getAsString();
    }
}
