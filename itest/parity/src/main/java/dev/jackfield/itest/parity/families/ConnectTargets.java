package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.testkit.BlackHole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ports of loopback that accept, refuse, or do neither; known to DNS as the targets of one service, in their order. */
final class ConnectTargets implements AutoCloseable {
    static final String NAME = "vectors.test";
    static final String SERVICE = "vector=1";

    private static final String LOOPBACK = "127.0.0.1";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    private ConnectTargets() {}

    static ConnectTargets open(JsonArray kinds) throws IOException {
        ConnectTargets targets = new ConnectTargets();
        for (JsonElement kind : kinds) {
            targets.kinds.add(kind.getAsString());
            targets.ports.add(targets.open(kind.getAsString()));
        }
        return targets;
    }

    private int open(String kind) throws IOException {
        if (kind.equals("hang")) {
            BlackHole hole = BlackHole.open();
            open.add(hole);
            return hole.address().port();
        }
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
        if (kind.equals("live")) {
            open.add(server);
        } else {
            server.close();
        }
        return server.getLocalPort();
    }

    /** The kind of the target at a port, and its number. */
    String name(int port) {
        int index = ports.indexOf(port);
        return kinds.get(index) + index;
    }

    /** For a {@link NameServer}. */
    Map<String, JsonElement> script() {
        JsonArray services = new JsonArray();
        for (int i = 0; i < ports.size(); i++) {
            JsonArray service = new JsonArray();
            service.add(i);
            service.add(0);
            service.add(ports.get(i));
            service.add("target." + NAME);
            services.add(service);
        }
        JsonArray address = new JsonArray();
        address.add(LOOPBACK);
        JsonObject dns = new JsonObject();
        dns.add("_vector._tcp." + NAME + " srv", services);
        dns.add("target." + NAME + " a", address);
        return Script.of(dns);
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
