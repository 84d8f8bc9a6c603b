package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Route;
import dev.jackfield.http.Request;

/**
 * The requests of the demo: of four lanes two go directly, one by the proxy, one by TLS. All of them POST, which the client could not repeat by itself (RFC 9110 section 9.2.2): a lost
 * connection is a lost request. <i>Thread-safe.</i>
 */
final class Requests {
    private static final byte[] NO_BODY = {};

    /** One lane of so many goes by TLS, so that handshakes, which are dear, hold nobody else up. */
    private static final int LANES = 4;

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

    Request next(int lane, long id) {
        int turn = lane % LANES;
        if (byTls && turn == LANES - 1) {
            return Request.post(site.secure() + id, NO_BODY);
        }
        Request request = Request.post(site.plain() + id, NO_BODY);
        return bySocks && turn == LANES - 2 ? request.withRoute(socks) : request;
    }
}
