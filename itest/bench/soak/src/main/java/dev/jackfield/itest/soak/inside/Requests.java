package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Route;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Ledger;
import dev.jackfield.itest.soak.door.Site;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Makes requests of all kinds, each with its id as the last part of the path, and sends them. */
final class Requests {
    private static final byte[] BODY = "something to be done once".getBytes(StandardCharsets.US_ASCII);

    private final HttpClient client;
    private final Ledger ledger;
    private final Site site;
    private final Route bySocks;
    private final AtomicLong underWay = new AtomicLong();

    Requests(HttpClient client, Ledger ledger, Site site) {
        this.client = client;
        this.ledger = ledger;
        this.site = site;
        this.bySocks = Route.parse("plain > socks5(" + site.socks() + ")");
    }

    long underWay() {
        return underWay.get();
    }

    void send() {
        long id = ledger.begin();
        underWay.incrementAndGet();
        Entry entry = new Entry(ledger, id, underWay);
        try {
            client.send(request(id), entry);
        } catch (IllegalStateException closed) {
            entry.refused(closed);
        }
    }

    private Request request(long id) {
        Kind kind = Kind.of(id);
        String url = switch (kind) {
            case GET_BY_TLS, POST_BY_TLS -> site.secure() + id;
            case GET_WITH_COOKIES, POST_WITH_COOKIES -> site.plain() + Site.COOKIES + id;
            default -> site.plain() + id;
        };
        Request request = kind.post() ? Request.post(url, BODY) : Request.get(url);
        return kind == Kind.GET_BY_SOCKS || kind == Kind.POST_BY_SOCKS ? request.withRoute(bySocks) : request;
    }
}
