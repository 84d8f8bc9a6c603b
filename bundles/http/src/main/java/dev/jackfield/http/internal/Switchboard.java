package dev.jackfield.http.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Routes;
import dev.jackfield.http.internal.forward.ForwardService;
import dev.jackfield.http.internal.message.Wish;
import dev.jackfield.http.internal.message.Wish.Via;
import dev.jackfield.http.internal.url.Url.Origin;
import java.util.List;
import java.util.function.Supplier;

/**
 * By which patch requests go now: routes and TLS of the options, looked up on the panel.
 *
 * <p><i>Thread-safe.</i> Whoever remembers an answer asks for the {@link #epoch} before, and again before each use: while
 * it is the same object, so is the answer.
 */
final class Switchboard {
    private final Panel panel;
    private final Supplier<ClientOptions> options;
    private volatile Object epoch = new Object();

    Switchboard(Panel panel, Supplier<ClientOptions> options) {
        this.panel = panel;
        this.options = options;
    }

    Object epoch() {
        return epoch;
    }

    /** Panel or options are others now. */
    void changed() {
        epoch = new Object();
    }

    /**
     * Looks up.
     *
     * @throws UnpluggedException if something is missing that may come yet
     * @throws IllegalArgumentException if the route is none for this origin
     */
    Patch patch(Origin origin, Wish wish) throws UnpluggedException {
        ClientOptions now = options.get();
        Link tls = wish.tls().orElse(now.tls());
        Routes routes = wish.via() instanceof Via.Along along
                ? along.routes()
                : wish.via() instanceof Via.Own own ? own.routes() : now.routes();
        Route route = routes.route(origin.secure(), origin.hostPort());
        Patch patch = lookedUp(wish.via(), route, origin.hostPort());
        checkForward(patch, origin.secure());
        return !origin.secure() || patch.encrypts()
                ? patch
                : encrypting(lookedUp(wish.via(), route.then(tls), origin.hostPort()));
    }

    /** Whether what was made by a patch may be kept: everything in it is still plugged in. */
    boolean isCurrent(Patch patch) {
        return patch.isCurrent(panel);
    }

    private Patch lookedUp(Via via, Route route, HostPort target) throws UnpluggedException {
        List<Link> links = route.links();
        return via instanceof Via.Own own
                ? Patch.of(own.connector(), links.subList(1, links.size()), target, panel)
                : Patch.of(route, target, panel);
    }

    private static Patch encrypting(Patch patch) {
        if (!patch.encrypts()) {
            List<Link> links = patch.route().links();
            throw new IllegalArgumentException(
                    "Expected a layer that encrypts for an https URL, got " + links.get(links.size() - 1));
        }
        return patch;
    }

    private static void checkForward(Patch patch, boolean secure) {
        List<Plug<?>> plugs = patch.plugs();
        for (int at = 1; at < plugs.size(); at++) {
            if (plugs.get(at).plugged() instanceof ForwardService) {
                if (secure) {
                    throw new IllegalArgumentException(
                            "Expected a route that leads to the origin, as by connect, for an" + " https URL, got "
                                    + patch + ", whose forward is for http URLs only");
                }
                if (at < plugs.size() - 1) {
                    throw new IllegalArgumentException("Expected forward as the last link of a route, got " + patch);
                }
            }
        }
    }
}
