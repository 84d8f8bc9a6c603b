package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.connector.Link;
import dev.jackfield.http.Routes;
import java.util.List;
import java.util.Map;

/** The text that {@code set_proxy} takes. */
public final class ProxyUrls {
    private static final String SCHEME = "http://";

    private ProxyUrls() {}

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
        List<Link> links = Routes.ofEnvironment(Map.of("http_proxy", url))
                .route("http://any.invalid/")
                .links();
        Link proxy = links.get(links.size() - 1);
        return new HttpProxy(
                proxy.address().orElseThrow().host(),
                proxy.address().orElseThrow().port(),
                proxy.credentials());
    }
}
