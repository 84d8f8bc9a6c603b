package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.Routes;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code proxycfg.jsonl}: {@code set_proxy}, where a proxy is host, port and scheme, and null is none. */
final class ProxySettings implements Family {
    private static final int USUAL_PORT = 3128;

    @Override
    public Set<String> names() {
        return Set.of("set_proxy");
    }

    @Override
    public JsonElement answer(Vector vector) {
        String text = vector.argument(0);
        return text.isEmpty() ? JsonNull.INSTANCE : proxy(Routes.ofProxy(text, USUAL_PORT));
    }

    @Override
    public Expectation expectation(Vector vector) {
        Expectation expectation = Expectation.of(vector);
        if (!(expectation instanceof Expectation.Value wanted)) {
            return expectation;
        }
        return wanted.value().isJsonArray()
                ? new Expectation.Value(lowerCaseScheme(wanted.value().getAsJsonArray()))
                : wanted;
    }

    private static JsonElement proxy(Routes routes) {
        Route route = routes.route("http://origin.test/");
        List<Link> links = route.links();
        HostPort address = links.get(links.size() - 1).address().orElseThrow();
        JsonArray proxy = new JsonArray();
        proxy.add(address.host());
        proxy.add(Integer.toString(address.port()));
        proxy.add(links.size() == 2 ? "http" : "https");
        return proxy;
    }

    /** The original keeps it as it was typed; what is spoken is the same. */
    private static JsonArray lowerCaseScheme(JsonArray proxy) {
        JsonArray lower = proxy.deepCopy();
        lower.set(2, new JsonPrimitive(proxy.get(2).getAsString().toLowerCase(Locale.ROOT)));
        return lower;
    }
}
