package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Route;
import dev.jackfield.http.Request;

/**
 * The requests of the demo. All of them POST, which the client could not repeat by itself (RFC 9110 section 9.2.2): a lost
 * connection is a lost request. <i>Thread-safe.</i>
 */
final class Requests {
    private static final byte[] NO_BODY = {};

    /** One of so many by TLS: handshakes are dear. */
    private static final int TLS = 50;

    /** One of so many by the proxy. */
    private static final int SOCKS = 10;

    private final Site site;
    private final boolean byTls;
    private final boolean bySocks;
    private final Route socks;

    /** Only by what there are layers for. */
    Requests(Site site, boolean byTls, boolean bySocks) {
        this.site = site;
        this.byTls = byTls;
        this.bySocks = bySocks;
        this.socks = Route.parse(Swaps.NAME + " > " + LayerSwaps.LAYER + "(" + site.socks() + ")");
    }

    Request next(long id) {
        if (byTls && id % TLS == 1) {
            return Request.post(site.secure() + id, NO_BODY);
        }
        Request request = Request.post(site.plain() + id, NO_BODY);
        return bySocks && id % SOCKS == 2 ? request.withRoute(socks) : request;
    }
}
