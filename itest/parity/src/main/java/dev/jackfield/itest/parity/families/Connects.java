package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.util.Set;

/**
 * {@code tcp.jsonl}: connecting, one address after the other as in the original, by the plain connector over the standard
 * resolver, which finds the targets by SRV records. A target that leads nowhere is refused before anybody is asked to
 * connect, where the original calls back.
 */
final class Connects implements Family {
    /** What the original says if there is no address. */
    static final String NO_SUCH_ADDRESS = "ENXIO";

    private static final PlainOptions SERIAL = PlainOptions.defaults().withSerial(true);

    private final ScriptedResolver resolver;

    Connects(ScriptedResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Set<String> names() {
        return Set.of("tcp_connect");
    }

    @Override
    public JsonElement answer(Vector vector) throws Exception {
        JsonObject in = vector.in().get(0).getAsJsonObject();
        HostPort target;
        try {
            target = HostPort.of(
                    SocketForm.text(in, "host", ConnectTargets.NAME),
                    SocketForm.text(in, "service", ConnectTargets.SERVICE));
        } catch (IllegalArgumentException e) {
            return leadsNowhere(e, vector);
        }
        try (ConnectTargets targets = ConnectTargets.open(in.getAsJsonArray("targets"))) {
            return resolver.with(
                    new ScriptedResolver.Setting(targets.script(), ""),
                    (standard, server) -> new Connecting(in, targets, resolver.loop())
                            .to(target, PlainConnector.over(standard, SERIAL)));
        }
    }

    private static JsonElement leadsNowhere(IllegalArgumentException e, Vector vector) {
        if (Json.isRefusal(vector.fields().get("out"))) {
            throw e;
        }
        JsonObject call = new JsonObject();
        call.addProperty("failed", NO_SUCH_ADDRESS);
        JsonArray calls = new JsonArray();
        calls.add(call);
        JsonObject form = new JsonObject();
        form.addProperty("callback_before_return", false);
        form.add("calls", calls);
        form.addProperty("prepare_calls", 0);
        form.add("prepare_saw", new JsonArray());
        return form;
    }

    @Override
    public Expectation expectation(Vector vector) {
        return Expectation.partial(vector);
    }

    @Override
    public void close() {
        resolver.close();
    }
}
