package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.anyevent.ConnectCallback;
import dev.jackfield.anyevent.Connected;
import dev.jackfield.anyevent.Connection;
import dev.jackfield.anyevent.NotConnected;
import dev.jackfield.anyevent.PrepareCallback;
import dev.jackfield.anyevent.TcpConnectFunction;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code tcp_connect} of an exchange: whoever is asked for, the next script answers. */
final class Servers implements TcpConnectFunction {
    private static final String OTHERWISE = "[{\"req\":1},{\"close\":1}]";

    private final TurnedLoop loop;
    private final Certificates certificates;
    private final JsonObject in;
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String host, String port, Optional<ScriptedServer> server) {}

    Servers(TurnedLoop loop, Certificates certificates, JsonObject in) {
        this.loop = loop;
        this.certificates = certificates;
        this.in = in;
    }

    @Override
    public Guard connect(String host, String service, ConnectCallback connectCb, PrepareCallback prepareCb) {
        JsonArray script = script(asked.size());
        JsonObject first = script.isEmpty() ? new JsonObject() : script.get(0).getAsJsonObject();
        boolean[] cancelled = new boolean[1];
        if (first.has("hang")) {
            asked.add(new Asked(host, service, Optional.empty()));
        } else if (first.has("refuse")) {
            fail(
                    host,
                    service,
                    connectCb,
                    new NotConnected("ECONNREFUSED", new ConnectException("Connection refused")));
        } else if (first.has("dnsfail")) {
            fail(host, service, connectCb, new NotConnected("ENXIO", new UnknownHostException(host)));
        } else {
            PipeWire.Pair pair = PipeWire.pair(loop);
            ScriptedServer server = new ScriptedServer(loop, certificates, script, pair.far());
            asked.add(new Asked(host, service, Optional.of(server)));
            loop.execute(() -> {
                if (cancelled[0]) {
                    pair.near().close();
                    return;
                }
                tell(connectCb, new Connected(pair.near(), "192.0.2.1", service, () -> {}));
                loop.execute(server::start);
            });
        }
        return () -> cancelled[0] = true;
    }

    /** How many connections were asked for. */
    int count() {
        return asked.size();
    }

    /** As {@code out.conns}. */
    JsonArray form() {
        JsonArray form = new JsonArray();
        for (Asked one : asked) {
            JsonObject connection = new JsonObject();
            connection.addProperty("host", one.host());
            connection.addProperty("port", one.port());
            one.server().ifPresent(server -> server.addTo(connection));
            form.add(connection);
        }
        return form;
    }

    private JsonArray script(int index) {
        JsonArray scripts = in.getAsJsonArray("conns");
        if (index < scripts.size()) {
            return scripts.get(index).getAsJsonArray();
        }
        return in.has("conns_default")
                ? in.getAsJsonArray("conns_default")
                : JsonParser.parseString(OTHERWISE).getAsJsonArray();
    }

    private void fail(String host, String service, ConnectCallback callback, NotConnected why) {
        asked.add(new Asked(host, service, Optional.empty()));
        loop.execute(() -> tell(callback, why));
    }

    private static void tell(ConnectCallback callback, Connection connection) {
        try {
            callback.call(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
