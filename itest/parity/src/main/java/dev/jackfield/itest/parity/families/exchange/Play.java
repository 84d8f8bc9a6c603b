package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.anyevent.AnyEvent;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpSettings;
import dev.jackfield.anyevent.internal.Patched;
import dev.jackfield.connector.Panel;
import dev.jackfield.loop.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One exchange: its servers, its requests in their order, and what came of it in the form of {@code out}. */
final class Play {
    /** Between a callback and the next request. */
    private static final long PAUSE = 15;

    private static final Duration MOST = Duration.ofSeconds(10);

    /** When connections are looked at. */
    private static final Duration AFTERWARDS = Duration.ofMillis(30);

    private final JsonObject in;
    private final TurnedLoop loop = new TurnedLoop();
    private final Servers servers;
    private final Guard plug;
    private final AnyEvent anyEvent;
    private final Map<String, Object> jar = new LinkedHashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final boolean parallel;
    private final boolean sync;
    private int mostActive;

    /**
     * Nothing asked yet.
     *
     * @param trusting whether the servers' authority is trusted by default
     */
    Play(JsonObject in, Certificates certificates, boolean trusting) {
        this.in = in;
        this.servers = new Servers(loop, certificates, in);
        Panel panel = Panel.open();
        this.plug = panel.plug("tls", 1, certificates.layer(trusting));
        this.anyEvent = Patched.over(loop, panel, query -> {
            throw new IllegalStateException("Expected nobody to look up " + query);
        });
        this.parallel = in.get("mode").getAsString().equals("par");
        this.sync = in.get("mode").getAsString().equals("sync");
    }

    JsonObject run() {
        anyEvent.httpSettings(settings());
        HttpParameters basics = HttpParameters.none().withTcpConnect(servers);
        HttpParameters all = in.has("jar") ? basics.withCookieJar(jar) : basics;
        JsonArray wishes = in.getAsJsonArray("requests");
        for (int i = 0; i < wishes.size(); i++) {
            int next = i + 1;
            callers.add(new Caller(wishes.get(i).getAsJsonObject(), () -> then(next, all)));
        }
        for (int i = 0; i < (parallel ? wishes.size() : 1); i++) {
            issue(i, all);
        }
        loop.until(() -> callers.stream().allMatch(Caller::over), MOST);
        loop.until(() -> false, AFTERWARDS);
        JsonObject form = form();
        callers.forEach(Caller::forgetHandle);
        anyEvent.close();
        plug.close();
        loop.until(() -> true, Duration.ZERO);
        loop.close();
        return form;
    }

    private HttpSettings settings() {
        HttpSettings settings = HttpSettings.defaults();
        if (in.has("vars")) {
            for (Map.Entry<String, JsonElement> variable :
                    in.getAsJsonObject("vars").entrySet()) {
                settings = switch (variable.getKey()) {
                    case "MAX_PER_HOST" ->
                        settings.withMaxPerHost(variable.getValue().getAsInt());
                    case "PERSISTENT_TIMEOUT" ->
                        settings.withPersistentTimeout(variable.getValue().getAsDouble());
                    default -> throw new IllegalStateException("Expected a known variable, got " + variable);
                };
            }
        }
        return settings;
    }

    private void then(int next, HttpParameters all) {
        noteActive();
        if (!parallel && next < callers.size()) {
            JsonObject wish = in.getAsJsonArray("requests").get(next).getAsJsonObject();
            if (sync) {
                ask(next, all);
            } else {
                loop.after(wish.has("gap") ? wish.get("gap").getAsLong() : PAUSE, () -> ask(next, all));
            }
        }
    }

    private void issue(int index, HttpParameters all) {
        loop.execute(() -> ask(index, all));
    }

    private void ask(int index, HttpParameters all) {
        if (index > 0 && !parallel) {
            callers.get(index - 1).forgetHandle();
        }
        callers.get(index).ask(anyEvent, all, loop);
        noteActive();
    }

    private void noteActive() {
        mostActive = Math.max(mostActive, anyEvent.active());
    }

    private JsonObject form() {
        JsonObject form = new JsonObject();
        JsonArray results = new JsonArray();
        callers.forEach(caller -> results.add(caller.form()));
        form.add("results", results);
        form.add("conns", servers.form());
        form.addProperty("active_after", anyEvent.active());
        form.addProperty("max_active", mostActive);
        if (in.has("jar")) {
            form.add("jar", new Gson().toJsonTree(jar));
        }
        return form;
    }
}
