package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.connector.Link;
import dev.jackfield.http.Routes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** The text that {@code set_proxy} takes. */
public final class ProxyUrls {
    private static final Logger LOG = System.getLogger("dev.jackfield.anyevent");
    private static final String SCHEME = "http://";
    private static final String ANY = "http://any.invalid/";
    private static final int USUAL_PORT = 3128;
    private static final String VARIABLE = "http_proxy";

    private ProxyUrls() {}

    /** What the environment says, as the seed understands it; what cannot be read is none. */
    public static HttpProxy ofEnvironment(Map<String, String> environment) {
        try {
            return parse(environment.getOrDefault(VARIABLE, ""));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The variable " + VARIABLE + " is left alone: " + e.getMessage());
            return HttpProxy.NONE;
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; shows nothing of it
     */
    public static HttpProxy parse(String url) {
        if (url.isEmpty()) {
            return HttpProxy.NONE;
        }
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new IllegalArgumentException("Expected a proxy that begins with " + SCHEME + ", got something else");
        }
        List<Link> links = Routes.ofProxy(url, USUAL_PORT).route(ANY).links();
        Link proxy = links.get(links.size() - 1);
        return new HttpProxy(
                proxy.address().orElseThrow().host(),
                proxy.address().orElseThrow().port(),
                proxy.credentials());
    }
}
