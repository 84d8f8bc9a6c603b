package dev.jackfield.anyevent.internal.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Which way leads by a proxy. */
final class Proxies {
    private static final OriginPattern HTTPS = OriginPattern.parse("https://*");

    /** RFC 7617. */
    private static final String BASIC = "basic ";

    private Proxies() {}

    /**
     * The proxy with the credentials that the caller's own field has for it, so that they get into tunnels, too; as it is, if
     * there are none that can be read.
     */
    static HttpProxy as(Map<String, Optional<String>> headers, HttpProxy proxy) {
        String value =
                headers.getOrDefault("proxy-authorization", Optional.empty()).orElse("");
        if (!proxy.present() || !value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return proxy;
        }
        try {
            byte[] octets =
                    Base64.getDecoder().decode(value.substring(BASIC.length()).strip());
            String[] pair = new String(octets, StandardCharsets.UTF_8).split(":", 2);
            return pair.length < 2
                    ? proxy
                    : new HttpProxy(proxy.host(), proxy.port(), new Credentials(pair[0], pair[1]));
        } catch (IllegalArgumentException unreadable) {
            return proxy;
        }
    }

    /** A tunnel for https, and the proxy itself for the rest. */
    static Routes routes(HttpProxy proxy) {
        if (!proxy.present()) {
            return Routes.direct();
        }
        HostPort address = HostPort.of(proxy.host(), proxy.port());
        Routes tunnels = Routes.of(HTTPS, Routes.DIRECT.then(Link.of("connect", address, proxy.credentials())));
        return tunnels.then(Routes.of(Routes.DIRECT.then(Link.of("forward", address, proxy.credentials()))));
    }
}
