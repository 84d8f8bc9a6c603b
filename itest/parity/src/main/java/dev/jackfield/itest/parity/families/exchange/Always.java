package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What holds for every exchange, whatever the original did: a callback is called once, or never if the request was called
 * off; not before the function has returned ({@code behaviour.md} 1.6); and afterwards nothing is active.
 */
record Always(Differences differences) {
    void compare(JsonObject got) {
        JsonArray results = got.getAsJsonArray("results");
        for (int i = 0; i < results.size(); i++) {
            JsonObject result = results.get(i).getAsJsonObject();
            String at = "results[" + i + "].";
            differences.unlessEqual(at + "hang", result.has("hang"), false);
            if (result.has("sync")) {
                differences.unlessEqual(at + "sync", result.get("sync").getAsBoolean(), false);
            }
            boolean silent = result.has("cancelled") || result.has("throws") || result.has("hang");
            differences.unlessEqual(at + "cb", result.get("cb").getAsInt(), silent ? 0 : 1);
        }
        differences.unlessEqual("active_after", got.get("active_after").getAsInt(), 0);
    }
}
