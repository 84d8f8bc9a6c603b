package dev.jackfield.anyevent.internal.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.connector.Link;
import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;

/** Which way leads by a proxy. */
final class Proxies {
    private static final OriginPattern HTTPS = OriginPattern.parse("https://*");

    private Proxies() {}

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
