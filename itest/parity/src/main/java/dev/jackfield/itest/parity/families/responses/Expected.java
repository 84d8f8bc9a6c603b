package dev.jackfield.itest.parity.families.responses;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * What the source of a case expects.
 *
 * @param verdict ok, upgrade, error, or partial, which is an error once the server has closed
 * @param lenient whether accepting it is optional
 * @param messages as far as the source tells
 * @param all everything it tells
 */
record Expected(String verdict, boolean lenient, List<JsonObject> messages, JsonObject all) {
    static Expected of(Vector vector) {
        JsonObject all = vector.fields().getAsJsonObject("expected");
        List<JsonObject> messages = new ArrayList<>();
        if (all.has("messages") && !all.get("messages").isJsonNull()) {
            all.getAsJsonArray("messages").forEach(message -> messages.add(message.getAsJsonObject()));
        }
        boolean lenient =
                vector.fields().has("lenient") && vector.fields().get("lenient").getAsBoolean();
        return new Expected(all.get("verdict").getAsString(), lenient, messages, all);
    }

    boolean accepted() {
        return verdict.equals("ok") || verdict.equals("upgrade");
    }

    /** Whether a change of protocols is what is expected. */
    boolean switches() {
        return accepted() && messages.stream().anyMatch(message -> status(message) == 101);
    }

    /** Whether the source tells of interim responses at all. */
    boolean tellsOfInterim() {
        return messages.stream().anyMatch(Expected::isInterim);
    }

    /** How many messages belong to the first request. */
    int first() {
        int count = 0;
        while (count < messages.size() && isInterim(messages.get(count))) {
            count++;
        }
        return Math.min(count + 1, messages.size());
    }

    static boolean isInterim(JsonObject message) {
        int status = status(message);
        return status >= 100 && status < 200 && status != 101;
    }

    private static int status(JsonObject message) {
        JsonElement status = message.get("status");
        return status == null || status.isJsonNull() ? 0 : status.getAsInt();
    }
}
