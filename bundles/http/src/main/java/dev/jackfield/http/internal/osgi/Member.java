package dev.jackfield.http.internal.osgi;

import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.internal.PatchedClient;
import dev.jackfield.http.internal.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.Bundle;

/** The client of one bundle, by one configuration. <i>Thread-safe.</i> */
final class Member {
    private final Offer offer;
    private final String user;
    private final Instant since = Instant.now();
    private final PatchedClient client;
    private final CookieJar shared;
    /** Made when it is asked for, and then there until the client goes. */
    private Optional<CookieJar> own = Optional.empty();

    Member(Offer offer, Bundle user, Fittings fittings, Terms terms) {
        this.offer = offer;
        this.user = label(user);
        this.shared = fittings.jar();
        this.client = PatchedClient.over(terms.habits(shared, this::own), fittings.loops(), fittings.panel());
    }

    PatchedClient client() {
        return client;
    }

    /** Called by the offer, under its lock. */
    void use(Terms terms) {
        client.use(terms.habits(shared, this::own));
    }

    /** Its requests end with code 599, its connections and its own jar go. */
    void close() {
        client.close();
    }

    CompletableFuture<ClientReading> read() {
        return client.wires()
                .thenApply(wires -> new ClientReading(offer.name(), user, since, client.readings(), wires));
    }

    private CookieJar own() {
        if (own.isEmpty()) {
            own = Optional.of(MemoryJar.create());
        }
        return own.get();
    }

    /** As the panel calls the owners of plugs. */
    private static String label(Bundle bundle) {
        return bundle.getSymbolicName() == null
                ? "bundle " + bundle.getBundleId()
                : bundle.getSymbolicName() + " [" + bundle.getBundleId() + "]";
    }
}
